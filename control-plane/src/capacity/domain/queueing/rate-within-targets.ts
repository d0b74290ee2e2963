import { analyseReplica, maxRate, type QueueState, type Replica } from "./replica-queue.js";

/** Milliseconds that 95 % of requests have to keep; null asks for nothing. */
export interface LatencyTargets {
  readonly ttftP95Ms: number | null;
  readonly itlP95Ms: number | null;
}

/** Share of refused arrivals that is still called none. */
const REFUSED_AT_MOST = 0.001;

const keeps = (state: QueueState, { ttftP95Ms, itlP95Ms }: LatencyTargets): boolean =>
  state.refused <= REFUSED_AT_MOST &&
  (ttftP95Ms === null || state.ttftP95Ms <= ttftP95Ms) &&
  (itlP95Ms === null || state.itlP95Ms <= itlP95Ms);

/**
 * Most requests per second, not above `atMost`, at which one replica keeps its targets; to a thousandth by bisection.
 * @returns 0 when even a single request now and then misses them
 */
export function rateWithinTargets(replica: Replica, targets: LatencyTargets, atMost: number): number {
  let above = Math.min(atMost, maxRate(replica));
  if (keeps(analyseReplica(replica, above), targets)) return above;
  let below = above / 10_000;
  if (!keeps(analyseReplica(replica, below), targets)) return 0;
  while (above - below > above / 1000) {
    const middle = (above + below) / 2;
    if (keeps(analyseReplica(replica, middle), targets)) below = middle;
    else above = middle;
  }
  return below;
}
