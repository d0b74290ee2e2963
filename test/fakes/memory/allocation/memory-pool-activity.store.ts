import type { PoolActivityV1 } from "@socle/contracts";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ReportedActivity } from "../../../../control-plane/src/allocation/domain/ministry-activity.js";
import {
  ACTIVITY_KEPT_SECONDS,
  type PoolActivityStore,
} from "../../../../control-plane/src/allocation/ports/pool-activity.port.js";
import { by } from "../memory-list.js";

type Report = ReportedActivity & { readonly poolId: string };

const order = by(({ nodeId, replica, at }: Report) => [nodeId, replica, at.getTime()]);

export class MemoryPoolActivityStore implements PoolActivityStore {
  private rows: readonly Report[] = [];

  report(ctx: Context, replica: string, activity: readonly PoolActivityV1[]): Promise<void> {
    const at = ctx.clock.now();
    const oldest = at.getTime() - ACTIVITY_KEPT_SECONDS * 1000;
    const kept = this.rows.filter((row) => row.replica !== replica || row.at.getTime() >= oldest);
    this.rows = [...kept, ...activity.map((each) => ({ ...each, replica, at }))];
    return Promise.resolve();
  }

  recent(_ctx: Context, poolId: string, since: Date): Promise<readonly ReportedActivity[]> {
    const recent = this.rows.filter((row) => row.poolId === poolId && row.at >= since);
    return Promise.resolve([...recent].sort(order).map(({ poolId: _poolId, ...activity }) => activity));
  }
}
