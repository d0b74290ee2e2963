import type { Context } from "../../kernel/use-case.js";
import type { Organisation } from "../domain/organisation.js";

/** The tree as the actor may see it: its subtrees, and what stands above them. */
export interface OrganisationRepository {
  find(ctx: Context, id: string): Promise<Organisation | null>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly Organisation[]>;
  findBySlug(ctx: Context, slug: string): Promise<Organisation | null>;
  /** Organisations that exist at that time, parents before children. */
  listAt(ctx: Context, at: Date): Promise<readonly Organisation[]>;
  /** Ids from the organisation itself up to the root; empty when it is unknown. */
  pathOf(ctx: Context, id: string): Promise<readonly string[]>;
  /** The same for several at once; organisations that are unknown are absent. */
  pathsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ids of everything above and below, and the organisation itself. */
  lineOf(ctx: Context, id: string): Promise<readonly string[]>;
  /** The establishment itself, otherwise the topmost organisation of its legal unit, existing at that time. */
  findBySiret(ctx: Context, siret: string, at: Date): Promise<Organisation | null>;
  /** Inserts, or replaces every field of a known id. `"cycle"` when the parent is below it; then nothing is written. */
  save(ctx: Context, organisation: Organisation): Promise<"saved" | "cycle">;
}
