import { ceilingAmount } from "@socle/contracts";
import type { DeploymentV1, NodeId } from "@socle/contracts";
import type { LeaseBook } from "../../kernel/lease/lease-book.port.js";
import type { Caller } from "../../kernel/snapshot/compiled-snapshot.js";
import type { Candidate } from "../admit.js";
import type { FairQueues } from "../fair-share/queue/fair-queues.port.js";
import type { Chosen } from "../fair-share/queue/waiter.js";
import type { Reservation } from "./reserve.js";

type PoolAccounts = Pick<FairQueues<Chosen>, "shares">;

/** Milliseconds until the nearest right on a path has some of its guarantee in a pool; `Infinity` when it has none. */
const msUntilGuarantee = (queues: PoolAccounts, path: readonly NodeId[], poolId: string, now: number): number => {
  const shares = queues.shares(poolId);
  const known = path.find((id) => shares?.tree.indexOf.has(id)) ?? "";
  const holder = shares?.holderOf(shares.tree.indexOf.get(known) ?? -1) ?? -1;
  if (shares === undefined || holder < 0 || shares.buckets.guaranteeOf(holder) === 0) return Infinity;
  return shares.buckets.msUntilGuarantee(holder, now);
};

/**
 * Deployments in whose pool the nearest right on the path still has some of its guarantee: where a request may run whose
 * budget is used up and throttles to the guarantee. `path` from the leaf to the root.
 */
export const deploymentsWithinGuarantee = (
  queues: PoolAccounts,
  path: readonly NodeId[],
  deployments: readonly DeploymentV1[],
  monotonicNow: number,
): DeploymentV1[] => deployments.filter(({ poolId }) => msUntilGuarantee(queues, path, poolId, monotonicNow) === 0);

/** Whether a request that waits may run within its node's guarantee only, and until when it has to wait for that. */
export interface Throttle {
  /** A budget on its path that throttles is used up, when it was admitted or by now. */
  holds(monotonicNow: number): boolean;
  /** Where it may go now. */
  within(deployments: readonly DeploymentV1[], monotonicNow: number): readonly DeploymentV1[];
  /** Milliseconds until it may go to one of them; `Infinity` when time alone changes nothing. */
  msUntilWithin(deployments: readonly DeploymentV1[], monotonicNow: number): number;
}

/**
 * The throttle of an admitted request; `null` when no budget on its path throttles, so that waiting costs nothing. A
 * budget counts as used up when a request of the same size would find it so.
 */
export const throttleOf = (
  parts: { readonly queue: PoolAccounts; readonly book: Pick<LeaseBook, "outlook"> },
  { path }: Pick<Caller, "path">,
  candidate: Pick<Candidate, "amounts">,
  { ceilings, withinGuaranteeOnly }: Pick<Reservation, "ceilings" | "withinGuaranteeOnly">,
): Throttle | null => {
  const throttling = ceilings.filter(({ onExhaust }) => onExhaust === "throttle_to_guarantee");
  if (!withinGuaranteeOnly && throttling.length === 0) return null;
  const { queue, book } = parts;
  return {
    holds: (now) =>
      withinGuaranteeOnly ||
      throttling.some(({ id, unit }) => {
        const outlook = book.outlook(id, now);
        return outlook !== null && outlook.free + outlook.left < ceilingAmount(unit, candidate.amounts, "bound");
      }),
    within: (deployments, now) => deploymentsWithinGuarantee(queue, path, deployments, now),
    msUntilWithin: (deployments, now) =>
      Math.min(Infinity, ...deployments.map(({ poolId }) => msUntilGuarantee(queue, path, poolId, now))),
  };
};
