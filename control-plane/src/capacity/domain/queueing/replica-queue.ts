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
/** Share of refused arrivals that is still called none. */
const REFUSED_AT_MOST = 0.001;
const NEGLIGIBLE = 1e-15;

/** Milliseconds that 95 % of requests have to keep; null asks for nothing. */
export interface LatencyTargets {
  readonly ttftP95Ms: number | null;
  readonly itlP95Ms: number | null;
}

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
  const states = new ReplicaStates(replica, arrivals);
  return {
    refused: states.refused,
    meanRunning: states.running,
    waitMeanMs: (1000 * states.waiting) / (arrivals * (1 - states.refused)),
    waitP95Ms: states.waitP95Ms(),
    ttftP95Ms: states.waitP95Ms() + states.prefillMs,
    itlP95Ms: states.itlP95Ms(),
  };
}

/** True when refusals stay rare and 95 % of requests have their first token, and their next ones, in time. */
export function keepsTargets(replica: Replica, arrivals: number, targets: LatencyTargets): boolean {
  const states = new ReplicaStates(replica, arrivals);
  const { ttftP95Ms, itlP95Ms } = targets;
  if (states.refused > REFUSED_AT_MOST) return false;
  if (ttftP95Ms !== null && !states.waitsWithin(ttftP95Ms - states.prefillMs)) return false;
  return itlP95Ms === null || states.itlP95Ms() <= itlP95Ms;
}

/** Probabilities of the numbers of requests at one replica, and what follows from them. */
class ReplicaStates {
  readonly refused: number;
  readonly running: number;
  readonly waiting: number;
  readonly prefillMs: number;
  private readonly shares: readonly number[];
  private readonly departuresPerMs: number;

  constructor(
    private readonly replica: Replica,
    arrivals: number,
  ) {
    const { times, shape, maxBatch, waitingPlaces } = replica;
    this.shares = stateShares(replica, arrivals);
    this.departuresPerMs = serviceRate(times, shape, maxBatch) / 1000;
    this.refused = this.shares[maxBatch + waitingPlaces] ?? 0;
    let [running, waiting] = [0, 0];
    for (let count = 1; count < this.shares.length; count += 1) {
      const share = this.shares[count] ?? 0;
      running += share * Math.min(count, maxBatch);
      waiting += share * Math.max(0, count - maxBatch);
    }
    this.running = running;
    this.waiting = waiting;
    this.prefillMs = prefillMs(times, shape.inputTokens, Math.max(1, running));
  }

  /** Smallest time, to a thousandth of it, that at most 5 % of accepted requests wait longer than; 0 when 95 % do not. */
  waitP95Ms(): number {
    if (this.waitsWithin(0)) return 0;
    let above = 1 / this.departuresPerMs;
    while (!this.waitsWithin(above)) above *= 2;
    let below = above / 2;
    if (this.waitsWithin(below)) below = 0;
    while (above - below > above / 1000) {
      const middle = (above + below) / 2;
      if (this.waitsWithin(middle)) above = middle;
      else below = middle;
    }
    return above;
  }

  waitsWithin(ms: number): boolean {
    if (ms < 0) return false;
    const { maxBatch, waitingPlaces } = this.replica;
    const accepted = Math.min(this.shares.length, maxBatch + waitingPlaces);
    const longer = waitsLonger(this.shares, maxBatch, accepted, ms * this.departuresPerMs);
    return longer <= (1 - PERCENTILE) * (1 - this.refused);
  }

  /** Step of the batch in which 95 % of tokens are written: a batch of b writes b tokens a step. */
  itlP95Ms(): number {
    const { times, maxBatch } = this.replica;
    let written = 0;
    for (let count = 1; count < maxBatch; count += 1) {
      written += (this.shares[count] ?? 0) * count;
      if (written >= PERCENTILE * this.running) return decodeMs(times, count);
    }
    return decodeMs(times, maxBatch);
  }
}

/**
 * Probability of each number of requests from 0 on; rescaled on the way against overflow. Ends at maxBatch +
 * waitingPlaces, or where what follows is below 10⁻¹⁵ of what came before and falls.
 */
function stateShares({ times, shape, maxBatch, waitingPlaces }: Replica, arrivals: number): readonly number[] {
  const capacity = maxBatch + waitingPlaces;
  const fullBatch = arrivals / serviceRate(times, shape, maxBatch);
  const shares = [1];
  let total = 1;
  let last = 1;
  let count = 0;
  while (count < capacity && (count < maxBatch || fullBatch >= 1 || last > total * NEGLIGIBLE)) {
    count += 1;
    last *= count < maxBatch ? arrivals / serviceRate(times, shape, count) : fullBatch;
    shares.push(last);
    total += last;
    if (last > 1e200) {
      for (let at = 0; at <= count; at += 1) shares[at] = (shares[at] ?? 0) / last;
      total /= last;
      last = 1;
    }
  }
  for (let at = 0; at <= count; at += 1) shares[at] = (shares[at] ?? 0) / total;
  return shares;
}

/** Σ p(k)·P(fewer than k − maxBatch + 1 departures so far), departures being Poisson of that mean. */
function waitsLonger(shares: readonly number[], maxBatch: number, accepted: number, mean: number): number {
  // Outside ten standard deviations fewer departures than that are impossible, or certain.
  const spread = 10 * Math.sqrt(mean) + 10;
  const from = Math.max(0, Math.floor(mean - spread));
  let term = Math.exp(from * Math.log(mean || 1) - mean - logFactorial(from));
  let fewer = 0;
  let sum = 0;
  for (let count = maxBatch + from; count < accepted; count += 1) {
    const departures = count - maxBatch;
    if (departures > mean + spread) fewer = 1;
    else {
      fewer = Math.min(1, fewer + term);
      term *= mean / (departures + 1);
    }
    sum += (shares[count] ?? 0) * fewer;
  }
  return sum;
}

/** ln n! by Stirling's series: exact to 10⁻⁶ from 0 on. */
function logFactorial(count: number): number {
  if (count < 2) return 0;
  return (
    count * Math.log(count) - count + Math.log(2 * Math.PI * count) / 2 + 1 / (12 * count) - 1 / (360 * count ** 3)
  );
}
