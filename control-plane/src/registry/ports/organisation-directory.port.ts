import type { Context } from "../../kernel/use-case.js";

/** What the registry asks about organisations. */
export interface OrganisationDirectory {
  /** True when the organisation exists today and the context's actor may see it. */
  exists(ctx: Context, id: string): Promise<boolean>;
  /** The ministry at or above each organisation; itself where there is none. */
  ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The State: what belongs to no ministry belongs to it. */
  rootId(ctx: Context): Promise<string>;
}
