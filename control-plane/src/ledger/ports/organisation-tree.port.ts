import type { Context } from "../../kernel/use-case.js";

/** The tree, as far as counting by organisation needs it. */
export interface OrganisationTree {
  /** Id of the State. */
  root(ctx: Context): Promise<string>;
  /** Those of `ids` that are organisations. */
  known(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** For each organisation the root's child at or above it; the root for itself. */
  ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
