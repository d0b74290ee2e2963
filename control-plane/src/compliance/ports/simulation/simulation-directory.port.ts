import type { Context } from "../../../kernel/use-case.js";

/** The organisations that figures are told by. */
export interface SimulationDirectory {
  /** The State's id; `null` before there is one. */
  root(ctx: Context): Promise<string | null>;
  exists(ctx: Context, organisationId: string): Promise<boolean>;
  /** Names of organisations, use cases and pools that the reader may see, by id. */
  names(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The ministry of each organisation; an organisation above ministries, or gone, is its own. */
  ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
