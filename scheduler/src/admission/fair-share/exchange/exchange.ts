import type {
  DemandV1,
  EndpointUseV1,
  NodeServiceV1,
  PoolId,
  PoolShareReportV1,
  PoolShareUpdateV1,
} from "@socle/contracts";
import type { PoolShares } from "../order/pool-shares.js";

/** Service of others that a replica has already counted in one pool. */
export interface CountedElsewhere {
  basis: string | null;
  byNode: ReadonlyMap<string, NodeServiceV1>;
}

export const nothingCounted = (): CountedElsewhere => ({ basis: null, byNode: new Map() });

/**
 * What a replica says of a pool with its lease call. Service in totals, not differences: a call that is lost or sent twice
 * changes nothing. O(nodes served + running).
 */
export const reportShares = (
  poolId: PoolId,
  shares: PoolShares,
  demand: readonly DemandV1[],
  endpoints: readonly EndpointUseV1[],
): PoolShareReportV1 => {
  const occupied = shares.occupiedHere();
  const given: NodeServiceV1[] = [];
  for (const [nodeId, gpuSeconds] of shares.givenService()) {
    // The node above all has no sibling to be compared with.
    if (nodeId === "") continue;
    given.push({ nodeId, gpuSeconds: [...gpuSeconds], occupied: occupied.get(nodeId) ?? 0 });
  }
  return { poolId, given, demand, endpoints };
};

/**
 * Takes in what the others gave in total: the difference since the last answer is added to the local counters and taken
 * from the local buckets, and what runs there counts in what each node may still use, so that every replica orders and
 * bounds by the service of all. A new basis is only compared with from then on: what was given in that one interval by
 * replicas that came or went is not counted.
 */
export const takeUpdate = (update: PoolShareUpdateV1, shares: PoolShares, counted: CountedElsewhere): void => {
  const known = update.basis === counted.basis;
  const before = counted.byNode;
  const now = new Map(update.elsewhere.map((service) => [service.nodeId, service]));
  shares.beginElsewhere();
  for (const [nodeId, { gpuSeconds, occupied }] of now) {
    shares.occupyElsewhere(nodeId, occupied);
    if (!known) continue;
    for (const [tier, total] of gpuSeconds.entries()) {
      shares.addElsewhere(nodeId, tier, total - (before.get(nodeId)?.gpuSeconds[tier] ?? 0));
    }
  }
  for (const nodeId of before.keys()) if (!now.has(nodeId)) shares.occupyElsewhere(nodeId, 0);
  counted.basis = update.basis;
  counted.byNode = now;
};
