import type { EndpointUseV1, PoolId, PoolShareReportV1, PoolShareUpdateV1 } from "@socle/contracts";
import { nothingCounted, reportShares, takeUpdate } from "../../admission/fair-share/exchange/exchange.js";
import type { CountedElsewhere } from "../../admission/fair-share/exchange/exchange.js";
import type { FairQueues } from "../../admission/fair-share/queue/fair-queues.port.js";
import type { Chosen } from "../../admission/fair-share/queue/waiter.js";
import type { EndpointRunning, Fleet } from "../../fleet/fleet.js";
import type { SlotShares } from "../../kernel/slot-shares.js";
import type { SnapshotHolder } from "../../kernel/snapshot/snapshot-holder.js";

/** What is exchanged with other replicas. */
export interface ExchangedParts {
  readonly queue: Pick<FairQueues<Chosen>, "shares" | "demand">;
  readonly fleet: Pick<Fleet, "uses">;
  readonly slots: SlotShares;
}

/** Between two reports; calls that fetch a block in between carry none. */
const EVERY_MS = 900;

/** This replica's side of the exchange between replicas, carried by the lease calls. */
export class ShareExchange {
  private readonly counted = new Map<PoolId, CountedElsewhere>();
  private reportedAt = -Infinity;

  constructor(
    private readonly holder: Pick<SnapshotHolder, "current">,
    private readonly parts: ExchangedParts,
  ) {}

  /** The next call carries a report, whenever the last was. */
  hurry(): void {
    this.reportedAt = -Infinity;
  }

  /** What the next lease call says of each pool; `undefined` when the last report was just now. */
  report(now: number): readonly PoolShareReportV1[] | undefined {
    if (now - this.reportedAt < EVERY_MS) return undefined;
    const uses = this.usesByPool(false);
    if (uses.size === 0) return undefined;
    this.reportedAt = now;
    const { queue } = this.parts;
    return [...uses].flatMap(([poolId, endpoints]) => {
      const shares = queue.shares(poolId);
      return shares === undefined ? [] : [reportShares(poolId, shares, queue.demand(poolId), endpoints)];
    });
  }

  /** The last report: this replica gives nothing new to any endpoint, its places are the others'. */
  farewell(): readonly PoolShareReportV1[] {
    return [...this.usesByPool(true)].map(([poolId, endpoints]) => ({ poolId, given: [], demand: [], endpoints }));
  }

  /** Takes in the answer to a call that carried a report; `updates` are missing when the control plane exchanges nothing. */
  take(updates: readonly PoolShareUpdateV1[] | undefined, replicas: number): void {
    const { queue, slots } = this.parts;
    if (updates === undefined) return slots.untold();
    for (const update of updates) {
      const shares = queue.shares(update.poolId);
      const counted = this.counted.get(update.poolId) ?? nothingCounted();
      this.counted.set(update.poolId, counted);
      if (shares !== undefined) takeUpdate(update, shares, counted);
    }
    slots.told(
      updates.flatMap((update) => update.slots),
      replicas,
    );
  }

  private usesByPool(stopping: boolean): ReadonlyMap<PoolId, EndpointUseV1[]> {
    const { fleet, slots } = this.parts;
    slots.keepOnly(this.holder.current()?.endpoints ?? new Set());
    const pools = new Map<PoolId, EndpointUseV1[]>();
    for (const use of fleet.uses()) {
      const { id } = use.placed.pool;
      const line = useOf({ ...use, leaving: stopping || use.leaving }, slots);
      const known = pools.get(id);
      if (known === undefined) pools.set(id, [line]);
      else known.push(line);
    }
    return pools;
  }
}

const useOf = ({ placed, running, leaving }: EndpointRunning, slots: SlotShares): EndpointUseV1 => {
  const { endpoint, deployment } = placed;
  const all = leaving ? 0 : deployment.profile.maxSequences;
  const holds = leaving ? running : Math.max(slots.limitOf(endpoint.id, all), running);
  return { endpointId: endpoint.id, deploymentId: deployment.id, slots: all, holds };
};
