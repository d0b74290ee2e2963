import type * as Random from "../../engine-simulator/text/seeded-random.js";
import { exponential } from "../lengths.ts";
import { compiled } from "../micro/measure.ts";
import { percentile } from "../result.ts";
import { passagesOf, type OneShape } from "./one-shape.ts";
import type { Configuration, PlannedNeed } from "./planned-needs.ts";

const { seededRandom } = await compiled<typeof Random>("../engine-simulator/text/seeded-random.js");

const BLOCK_TOKENS = 16;
const MAY_MISS = 0.05;
/** Streams of one length, each drawn apart: what is between them is the error of their mean. */
const STREAMS = 8;
const SHORTEST = 2000;
const LONGEST = 128_000;
/** Requests of a stream that are not counted: an engine begins idle. */
const WARM_UP = 0.2;
/** Standard errors between a share and the one that may miss, from which longer streams are not asked. */
const CLEAR = 5;
/** A few streams that agree by chance are no proof. */
const LEAST_ERROR = 0.002;

/** Requests of one stream that miss each target, in shares of those counted. */
interface Missed {
  readonly firstToken: number;
  readonly between: number;
}

/**
 * Whether replicas of a configuration keep a need's targets, by runs of the engine on streams drawn for the judge alone, as
 * long as the verdict needs: from sixteen times what an engine takes to forget, 1 ÷ (1 − ρ)² requests, up to 8 × 128,000.
 */
export class Judge {
  private readonly need: PlannedNeed;
  private readonly engine: OneShape;
  private readonly gammaMs: number;
  private readonly mostPerSecond: number;
  private readonly seed: string;

  constructor(need: PlannedNeed, configuration: Configuration, seed: string) {
    const { inputTokens, outputTokens } = need;
    const { alphaMs, betaMs, gammaMs, deltaMs, maxSequences, kvTokens } = configuration;
    const blocks = Math.ceil((inputTokens + outputTokens) / BLOCK_TOKENS);
    const places = Math.min(maxSequences, Math.floor(Math.floor(kvTokens / BLOCK_TOKENS) / blocks));
    this.need = need;
    this.gammaMs = gammaMs;
    this.engine = { alphaMs, betaMs, deltaMs, inputTokens, outputTokens, places };
    this.seed = seed;
    this.mostPerSecond = this.throughput();
  }

  /** 95 of 100 requests have their first token, and their next ones, in time; and the line has an end. */
  keeps(replicas: number): boolean {
    const load = this.need.perSecond / replicas / this.mostPerSecond;
    if (load >= 1) return false;
    const needed = Math.max(SHORTEST, 10 * this.engine.places, 16 / (1 - load) ** 2);
    for (let requests = Math.min(LONGEST, Math.ceil(needed)); ; requests = Math.min(LONGEST, 4 * requests)) {
      const missed = Array.from({ length: STREAMS }, (_, stream) => this.missed(replicas, requests, stream));
      const shares = [missed.map(({ firstToken }) => firstToken), missed.map(({ between }) => between)];
      const verdicts = shares.map(verdictOn);
      if (verdicts.some(({ clear, kept }) => clear && !kept)) return false;
      if (verdicts.every(({ clear }) => clear) || requests === LONGEST) return verdicts.every(({ kept }) => kept);
    }
  }

  /** First-token time that 95 of 100 requests keep. */
  firstTokenP95Ms(replicas: number): number {
    return percentile([...this.seen(replicas, LONGEST / 8, 0).firstTokenMs], 1 - MAY_MISS);
  }

  private missed(replicas: number, requests: number, stream: number): Missed {
    const { ttftP95Ms, itlP95Ms } = this.need;
    const { firstTokenMs, betweenMs } = this.seen(replicas, requests, stream);
    const over = (times: Float64Array, target: number | null): number =>
      target === null ? 0 : times.reduce((count, time) => count + (time > target ? 1 : 0), 0) / times.length;
    return { firstToken: over(firstTokenMs, ttftP95Ms), between: over(betweenMs, itlP95Ms) };
  }

  private seen(replicas: number, requests: number, stream: number) {
    const gapMs = (1000 * replicas) / this.need.perSecond;
    const random = seededRandom(`${this.seed} ${stream}`);
    let at = 0;
    const arrivals = Float64Array.from({ length: requests }, () => (at += exponential(random, gapMs)));
    const { firstAt, lastAt } = passagesOf(this.engine, arrivals);
    const from = Math.floor(WARM_UP * requests);
    return {
      firstTokenMs: firstAt.map((first, number) => first - (arrivals[number] ?? 0) + this.gammaMs).subarray(from),
      betweenMs: lastAt
        .map((last, number) => (last - (firstAt[number] ?? 0)) / (this.need.outputTokens - 1))
        .subarray(from),
    };
  }

  /** Requests per second that one replica ends while a line waits: the slope through all first tokens but the earliest. */
  private throughput(): number {
    const { places } = this.engine;
    const times = passagesOf(this.engine, new Float64Array(Math.max(SHORTEST, 40 * places))).firstAt.subarray(places);
    const middle = (times.length - 1) / 2;
    const mean = times.reduce((sum, at) => sum + at, 0) / times.length;
    const spread = times.reduce((sum, _, number) => sum + (number - middle) ** 2, 0);
    return (1000 * spread) / times.reduce((sum, at, number) => sum + (number - middle) * (at - mean), 0);
  }
}

function verdictOn(shares: readonly number[]): { readonly clear: boolean; readonly kept: boolean } {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  const error = Math.sqrt(squares / (shares.length - 1) / shares.length);
  const clear = Math.abs(mean - MAY_MISS) > CLEAR * Math.max(error, LEAST_ERROR);
  return { clear, kept: mean <= MAY_MISS };
}
