import type { Context } from "../../kernel/use-case.js";

export interface PoolFacts {
  readonly id: string;
  readonly gpuCount: number;
}

/** What allocation needs to know of the pools that the serving room records. */
export interface PoolDirectory {
  find(ctx: Context, poolId: string): Promise<PoolFacts | undefined>;
}
