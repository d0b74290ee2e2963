import type { Context } from "../../kernel/use-case.js";
import type { CapacityDeclaration } from "../domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../domain/declaration/capacity-line.js";
import type { CapacityNeed } from "../domain/need/capacity-need.js";
import type { SubmissionState } from "../domain/submission/submission-state.js";
import type { Rows } from "./campaign-repository.port.js";

export const LINE_SORT_FIELDS = ["reference", "site", "gpu_count"] as const;
export type LineSortField = (typeof LINE_SORT_FIELDS)[number];
export const NEED_SORT_FIELDS = ["reference", "title", "criticality", "updated_at"] as const;
export type NeedSortField = (typeof NEED_SORT_FIELDS)[number];
export const DECLARATION_SORT_FIELDS = ["updated_at", "gpu_count", "completeness"] as const;
export type DeclarationSortField = (typeof DECLARATION_SORT_FIELDS)[number];

/** What every list of the room is asked with. */
interface PageQuery<Sort> {
  readonly campaignId: string | null;
  /** Of this organisation or below it; `null` for all. */
  readonly organisationId: string | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly first: number;
  /** Cursor of the row before the page; `null` for the first page. */
  readonly after: string | null;
}

export interface DeclarationQuery extends PageQuery<DeclarationSortField> {
  /** Empty for all. */
  readonly states: readonly SubmissionState[];
}

export interface LineQuery extends PageQuery<LineSortField> {
  readonly declarationId: string | null;
  /** Every word has to be there, as a form of it or its beginning, whatever the case and the accents. */
  readonly search: string;
  /** Empty for all. */
  readonly gpuTypes: readonly string[];
}

export interface NeedQuery extends PageQuery<NeedSortField> {
  readonly search: string;
  /** Empty for all. */
  readonly states: readonly SubmissionState[];
  /** Empty for all. */
  readonly criticalities: readonly number[];
}

export interface ListedLine {
  readonly id: string;
  readonly declarationId: string;
  readonly organisationId: string;
  readonly line: CapacityLine;
}

/** Lists for screens, within what the context's actor may see; a page costs the same at any depth. */
export interface CapacityCatalogue {
  declarations(ctx: Context, query: DeclarationQuery): Promise<Rows<CapacityDeclaration>>;
  /** Lines that stand. */
  lines(ctx: Context, query: LineQuery): Promise<Rows<ListedLine>>;
  needs(ctx: Context, query: NeedQuery): Promise<Rows<CapacityNeed>>;
}
