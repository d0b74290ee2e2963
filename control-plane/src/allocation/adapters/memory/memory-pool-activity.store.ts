import type { PoolActivityV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import type { NodeActivity, PoolActivityStore } from "../../ports/pool-activity.port.js";

type Report = NodeActivity & { readonly poolId: string };

const order = (left: Report, right: Report): number =>
  left.nodeId.localeCompare(right.nodeId) || left.replica.localeCompare(right.replica);

export class MemoryPoolActivityStore implements PoolActivityStore {
  private rows: readonly Report[] = [];

  report(ctx: Context, replica: string, activity: readonly PoolActivityV1[]): Promise<void> {
    const at = ctx.clock.now();
    const others = this.rows.filter((row) => row.replica !== replica);
    this.rows = [...others, ...activity.map((each) => ({ ...each, replica, at }))];
    return Promise.resolve();
  }

  recent(_ctx: Context, poolId: string, since: Date): Promise<readonly NodeActivity[]> {
    const recent = this.rows.filter((row) => row.poolId === poolId && row.at >= since);
    return Promise.resolve([...recent].sort(order).map(({ poolId: _poolId, ...activity }) => activity));
  }
}
