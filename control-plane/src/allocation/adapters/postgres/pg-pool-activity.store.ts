import type { PoolActivityV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { ReportedActivity } from "../../domain/ministry-activity.js";
import { ACTIVITY_KEPT_SECONDS, type PoolActivityStore } from "../../ports/pool-activity.port.js";

const REPORT = `INSERT INTO pool_activity (replica, pool_id, node_id, running, waiting, gpu_seconds, window_ms, at)
  SELECT $1, *, $2::timestamptz
    FROM jsonb_to_recordset($3::jsonb) AS it("poolId" uuid, "nodeId" uuid, running integer, waiting integer,
                                             "gpuSeconds" double precision, "windowMs" double precision)
  ON CONFLICT (replica, pool_id, node_id, at) DO UPDATE SET running = excluded.running, waiting = excluded.waiting,
    gpu_seconds = pool_activity.gpu_seconds + excluded.gpu_seconds,
    window_ms = pool_activity.window_ms + excluded.window_ms`;
const FORGET = `DELETE FROM pool_activity WHERE replica = $1 AND at < $2`;
const RECENT = `SELECT node_id AS "nodeId", replica, running, waiting, gpu_seconds AS "gpuSeconds",
    window_ms AS "windowMs", at
  FROM pool_activity WHERE pool_id = $1 AND at >= $2 ORDER BY node_id, replica, at`;

export class PgPoolActivityStore implements PoolActivityStore {
  async report(ctx: Context, replica: string, activity: readonly PoolActivityV1[]): Promise<void> {
    const now = ctx.clock.now();
    if (activity.length > 0) await rowsOf(ctx, REPORT, [replica, now, JSON.stringify(activity)]);
    await rowsOf(ctx, FORGET, [replica, new Date(now.getTime() - ACTIVITY_KEPT_SECONDS * 1000)]);
  }

  recent(ctx: Context, poolId: string, since: Date): Promise<readonly ReportedActivity[]> {
    return rowsOf<ReportedActivity>(ctx, RECENT, [poolId, since]);
  }
}
