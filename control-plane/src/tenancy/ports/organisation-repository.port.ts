import type { Context } from "../../kernel/use-case.js";
import type { PastOrganisation } from "../domain/organisation-change.js";
import type { Organisation } from "../domain/organisation.js";

export type SaveOutcome = "saved" | "cycle" | "succession_cycle";

/** The tree as the actor may see it: its subtrees, and what stands above them. */
export interface OrganisationRepository {
  find(ctx: Context, id: string): Promise<Organisation | null>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly Organisation[]>;
  findBySlug(ctx: Context, slug: string): Promise<Organisation | null>;
  /** Organisations that exist at that time, as they were then, parents before children. */
  listAt(ctx: Context, at: Date): Promise<readonly Organisation[]>;
  /** Ids from the organisation itself up to the root; empty when it is unknown. */
  pathOf(ctx: Context, id: string): Promise<readonly string[]>;
  /** The same for several at once; organisations that are unknown are absent. */
  pathsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ids of everything above and below, and the organisation itself. */
  lineOf(ctx: Context, id: string): Promise<readonly string[]>;
  /** The establishment itself, otherwise the topmost organisation of its legal unit, existing at that time. */
  findBySiret(ctx: Context, siret: string, at: Date): Promise<Organisation | null>;
  /** Organisations whose parent this one is. */
  childrenOf(ctx: Context, id: string): Promise<readonly Organisation[]>;
  /** What organisations were before each change, oldest first. */
  pastOf(ctx: Context, ids: readonly string[]): Promise<readonly PastOrganisation[]>;
  /**
   * Inserts, or replaces every field of a known id and keeps what it was. Writers of the tree wait for each other.
   * @param effective since when the change holds; now when absent
   * @returns `"cycle"` when the parent is below it, `"succession_cycle"` when it would succeed to itself; then nothing is
   *   written
   */
  save(ctx: Context, organisation: Organisation, effective?: Date): Promise<SaveOutcome>;
}
