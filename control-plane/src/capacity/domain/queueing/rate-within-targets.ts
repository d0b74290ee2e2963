import { keepsTargets, maxRate, type LatencyTargets, type Replica } from "./replica-queue.js";

/**
 * Most requests per second, not above `atMost`, at which one replica keeps its targets; to a thousandth by bisection.
 * @returns 0 when even a single request now and then misses them
 */
export function rateWithinTargets(replica: Replica, targets: LatencyTargets, atMost: number): number {
  let above = Math.min(atMost, maxRate(replica));
  if (keepsTargets(replica, above, targets)) return above;
  let below = above / 10_000;
  if (!keepsTargets(replica, below, targets)) return 0;
  while (above - below > above / 1000) {
    const middle = (above + below) / 2;
    if (keepsTargets(replica, middle, targets)) below = middle;
    else above = middle;
  }
  return below;
}
