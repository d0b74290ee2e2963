import type { PoolActivityV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";

export interface NodeActivity {
  readonly nodeId: string;
  readonly replica: string;
  readonly running: number;
  readonly waiting: number;
  readonly gpuSeconds: number;
  readonly windowMs: number;
  readonly at: Date;
}

/** Last activity that each replica reported, by pool and node. */
export interface PoolActivityStore {
  /** Replaces what the replica reported before: a node it no longer names has no activity. */
  report(ctx: Context, replica: string, activity: readonly PoolActivityV1[]): Promise<void>;
  /** Reports of a pool not older than `since`. */
  recent(ctx: Context, poolId: string, since: Date): Promise<readonly NodeActivity[]>;
}
