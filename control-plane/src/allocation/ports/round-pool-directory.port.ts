import type { Context } from "../../kernel/use-case.js";
import type { RoundPool } from "../domain/rounds/pool-slices.js";

/** What a round needs to know of pools and of what was used in them. */
export interface RoundPoolDirectory {
  /** Active pools among `ids`, by id. */
  describe(ctx: Context, ids: readonly string[]): Promise<readonly RoundPool[]>;
  /** GPU-seconds that a node used in the pools between two instants, by whole days. */
  usedGpuSeconds(ctx: Context, nodeId: string, poolIds: readonly string[], from: Date, to: Date): Promise<number>;
}
