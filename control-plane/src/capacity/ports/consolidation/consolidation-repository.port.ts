import type { Context } from "../../../kernel/use-case.js";
import type { Cell } from "../../domain/consolidation/cells.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { Consolidated, ConsolidationReport, NeedResult } from "../../domain/consolidation/consolidation.js";

export interface NeedResultQuery {
  readonly consolidationId: string;
  readonly first: number;
  /** Reference, need and quarter of the row before the page. */
  readonly after: readonly [string, string, string] | null;
}

/** Consolidations of campaigns, within what the context's actor may see. */
export interface ConsolidationRepository {
  find(ctx: Context, id: string): Promise<Consolidation | null>;
  /** Newest first. */
  ofCampaign(ctx: Context, campaignId: string): Promise<readonly Consolidation[]>;
  /** False when one of the campaign is being computed. */
  insert(ctx: Context, consolidation: Consolidation): Promise<boolean>;
  /**
   * Writes the next version; false when the stored version is not `version - 1` any more, or when another consolidation
   * of the campaign is published already.
   */
  update(ctx: Context, consolidation: Consolidation): Promise<boolean>;
  /** Says how far it is; false when it is not to go on. */
  advance(ctx: Context, id: string, progress: number): Promise<boolean>;
  /** Keeps what was computed, once. */
  keep(ctx: Context, id: string, input: ConsolidationInput, consolidated: Consolidated): Promise<void>;
  /** Everything; null for who does not see the whole tree. */
  report(ctx: Context, id: string): Promise<ConsolidationReport | null>;
  input(ctx: Context, id: string): Promise<ConsolidationInput | null>;
  /** Cells of ministries in the actor's scope, in the report's order. */
  cells(ctx: Context, id: string): Promise<readonly Cell[]>;
  /** Of the ministries of those cells, by id. */
  ministryNames(ctx: Context, id: string): Promise<ReadonlyMap<string, string>>;
  /** Needs of organisations in the actor's scope, by reference, need, quarter; one more than `first` when there are more. */
  needs(ctx: Context, query: NeedResultQuery): Promise<readonly NeedResult[]>;
}
