import type { PoolActivityV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { ReportedActivity } from "../domain/ministry-activity.js";

/** How long reports are kept, beyond any window that is read. */
export const ACTIVITY_KEPT_SECONDS = 60;

/** What each replica reported lately, by pool and node. */
export interface PoolActivityStore {
  /** Adds a report made now, and forgets this replica's old ones. */
  report(ctx: Context, replica: string, activity: readonly PoolActivityV1[]): Promise<void>;
  /** Reports of a pool since then, by node, replica and time. */
  recent(ctx: Context, poolId: string, since: Date): Promise<readonly ReportedActivity[]>;
}
