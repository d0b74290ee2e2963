import { decodeMs, prefillMs, serviceRate, type RequestShape, type StepTimes } from "./step-times.js";

/** One replica: it runs at most `maxBatch` requests; as many as `waitingPlaces` wait in order of arrival. */
export interface Replica {
  readonly times: StepTimes;
  readonly shape: RequestShape;
  readonly maxBatch: number;
  readonly waitingPlaces: number;
}

/** What its callers see in the long run, in milliseconds. */
export interface QueueState {
  /** Share of arrivals that find every place taken. */
  readonly refused: number;
  readonly meanRunning: number;
  readonly waitMeanMs: number;
  readonly waitP95Ms: number;
  /** Wait, then prompt, 95 requests of 100 have their first token within it. */
  readonly ttftP95Ms: number;
  /** Step of the batch that 95 % of tokens do not exceed. */
  readonly itlP95Ms: number;
}

/** Part of the rate at a full batch that is not promised, so that the line has an end. */
const STABILITY_MARGIN = 0.001;
const PERCENTILE = 0.95;

/** Requests per second that one replica keeps up with: μ(maxBatch)·(1 − 0.001). */
export const maxRate = ({ times, shape, maxBatch }: Omit<Replica, "waitingPlaces">): number =>
  serviceRate(times, shape, maxBatch) * (1 - STABILITY_MARGIN);

/**
 * State-dependent M/M/1/K: with k requests there, they leave at μ(min(k, maxBatch)); p(k) ∝ Π λ/μ. Mean wait by
 * Little's law. A request that finds k ≥ maxBatch waits for k − maxBatch + 1 departures at μ(maxBatch), an Erlang
 * time, from which the 95th percentile follows.
 * @param arrivals requests per second, > 0
 */
export function analyseReplica(replica: Replica, arrivals: number): QueueState {
  const { times, shape, maxBatch, waitingPlaces } = replica;
  const shares = stateShares(replica, arrivals);
  const capacity = maxBatch + waitingPlaces;
  const refused = shares[capacity] ?? 0;
  let running = 0;
  let waiting = 0;
  for (let count = 1; count <= capacity; count += 1) {
    const share = shares[count] ?? 0;
    running += share * Math.min(count, maxBatch);
    waiting += share * Math.max(0, count - maxBatch);
  }
  const served = arrivals * (1 - refused);
  const perMs = serviceRate(times, shape, maxBatch) / 1000;
  const waitP95Ms = waitPercentile(shares, maxBatch, perMs);
  return {
    refused,
    meanRunning: running,
    waitMeanMs: (1000 * waiting) / served,
    waitP95Ms,
    ttftP95Ms: waitP95Ms + prefillMs(times, shape.inputTokens, Math.max(1, running)),
    itlP95Ms: decodeMs(times, batchOfTokens(shares, maxBatch, running)),
  };
}

/** Probability of each number of requests, 0 to maxBatch + waitingPlaces; rescaled on the way against overflow. */
function stateShares({ times, shape, maxBatch, waitingPlaces }: Replica, arrivals: number): Float64Array {
  const capacity = maxBatch + waitingPlaces;
  const shares = new Float64Array(capacity + 1);
  shares[0] = 1;
  let total = 1;
  let last = 1;
  for (let count = 1; count <= capacity; count += 1) {
    last *= arrivals / serviceRate(times, shape, Math.min(count, maxBatch));
    shares[count] = last;
    total += last;
    if (last > 1e200) {
      for (let at = 0; at <= count; at += 1) shares[at] = (shares[at] ?? 0) / last;
      total /= last;
      last = 1;
    }
  }
  for (let at = 0; at <= capacity; at += 1) shares[at] = (shares[at] ?? 0) / total;
  return shares;
}

/** Batch in which 95 % of the tokens of the long run are written: a batch of b writes b tokens a step. */
function batchOfTokens(shares: Float64Array, maxBatch: number, running: number): number {
  let written = 0;
  for (let count = 1; count < maxBatch; count += 1) {
    written += (shares[count] ?? 0) * count;
    if (written >= PERCENTILE * running) return count;
  }
  return maxBatch;
}

/** Smallest time, to a thousandth of it, that at most 5 % of accepted requests wait longer than; 0 when 95 % wait not. */
function waitPercentile(shares: Float64Array, maxBatch: number, departuresPerMs: number): number {
  const accepted = 1 - (shares.at(-1) ?? 0);
  const tail = (1 - PERCENTILE) * accepted;
  let later = 0;
  for (let count = maxBatch; count < shares.length - 1; count += 1) later += shares[count] ?? 0;
  if (later <= tail) return 0;
  let above = (shares.length - maxBatch) / departuresPerMs;
  while (longerThan(shares, maxBatch, above * departuresPerMs) > tail) above *= 2;
  let below = 0;
  while (above - below > above / 1000) {
    const middle = (above + below) / 2;
    if (longerThan(shares, maxBatch, middle * departuresPerMs) > tail) below = middle;
    else above = middle;
  }
  return above;
}

/** Σ p(k)·P(fewer than k − maxBatch + 1 departures so far), departures being Poisson of that mean. */
function longerThan(shares: Float64Array, maxBatch: number, mean: number): number {
  let logTerm = -mean;
  let fewer = 0;
  let sum = 0;
  for (let count = maxBatch; count < shares.length - 1; count += 1) {
    fewer += Math.exp(logTerm);
    sum += (shares[count] ?? 0) * Math.min(1, fewer);
    logTerm += Math.log(mean / (count - maxBatch + 1));
  }
  return sum;
}
