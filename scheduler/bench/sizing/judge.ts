import type * as Replay from "../../engine-simulator/drivers/replay.js";
import type * as Random from "../../engine-simulator/text/seeded-random.js";
import { exponential } from "../lengths.ts";
import { compiled } from "../micro/measure.ts";
import { percentile } from "../result.ts";
import type { Configuration, PlannedNeed } from "./planned-needs.ts";

const { replay } = await compiled<typeof Replay>("../engine-simulator/drivers/replay.js");
const { seededRandom } = await compiled<typeof Random>("../engine-simulator/text/seeded-random.js");

const BLOCK_TOKENS = 16;
const STEP_TOKENS = 8192;
const STREAMS = ["one", "two", "three", "four"] as const;
/** Requests of a stream: so many times those that run at once, and at least so many. */
const TIMES_PLACES = 6;
const REQUESTS = 1000;
/** Requests that find an engine which is not busy yet. */
const WARM_UP = 0.1;
const MAY_MISS = 0.05;

interface Seen {
  readonly firstTokenMs: number;
  readonly betweenMs: number;
}

/** Whether replicas of a configuration keep a need's targets, by runs of the engine on streams drawn for the judge alone. */
export class Judge {
  private readonly need: PlannedNeed;
  private readonly configuration: Configuration;
  private readonly requests: number;
  private readonly mostPerSecond: number;

  constructor(need: PlannedNeed, configuration: Configuration) {
    this.need = need;
    this.configuration = configuration;
    this.requests = Math.max(REQUESTS, TIMES_PLACES * configuration.maxSequences);
    this.mostPerSecond = this.throughput();
  }

  /** 95 of 100 requests of all streams have their first token, and their next ones, in time; and the line has an end. */
  keeps(replicas: number): boolean {
    const { ttftP95Ms, itlP95Ms, perSecond } = this.need;
    if (perSecond / replicas >= this.mostPerSecond) return false;
    const seen = this.seen(replicas);
    const within = (of: (each: Seen) => number, target: number | null): boolean =>
      target === null || seen.filter((each) => of(each) > target).length <= MAY_MISS * seen.length;
    return within(({ firstTokenMs }) => firstTokenMs, ttftP95Ms) && within(({ betweenMs }) => betweenMs, itlP95Ms);
  }

  /** First-token time that 95 of 100 requests keep. */
  firstTokenP95Ms(replicas: number): number {
    return percentile(
      this.seen(replicas).map(({ firstTokenMs }) => firstTokenMs),
      1 - MAY_MISS,
    );
  }

  private seen(replicas: number): readonly Seen[] {
    const gapMs = (1000 * replicas) / this.need.perSecond;
    return STREAMS.flatMap((seed) => {
      const random = seededRandom(seed);
      let at = 0;
      const passages = this.run(Array.from({ length: this.requests }, () => (at += exponential(random, gapMs))));
      return passages.slice(WARM_UP * passages.length).map(({ arrivedAt, firstTokenAt, finishedAt }) => ({
        firstTokenMs: firstTokenAt - arrivedAt + this.configuration.gammaMs,
        betweenMs: (finishedAt - firstTokenAt) / (this.need.outputTokens - 1),
      }));
    });
  }

  /** Requests per second that one replica ends while a line waits. */
  private throughput(): number {
    const { maxSequences } = this.configuration;
    const passages = this.run(Array.from({ length: 10 * maxSequences }, () => 0));
    const ends = passages.map(({ finishedAt }) => finishedAt).sort((a, b) => a - b);
    const [from = NaN, to = NaN] = [ends[maxSequences - 1], ends[ends.length - maxSequences - 1]];
    return (1000 * (ends.length - 2 * maxSequences)) / (to - from);
  }

  private run(arrivals: readonly number[]): Replay.Passage[] {
    const { alphaMs, betaMs, deltaMs, maxSequences, kvTokens } = this.configuration;
    const { inputTokens, outputTokens } = this.need;
    return replay(
      {
        alphaMs,
        betaMs,
        prefillMsPerToken: deltaMs,
        stepTokenBudget: STEP_TOKENS,
        maxSequences,
        blockSize: BLOCK_TOKENS,
        kvBlocks: Math.floor(kvTokens / BLOCK_TOKENS),
      },
      arrivals.map((at, number) => ({
        at,
        spec: { id: String(number), promptTokens: inputTokens, outputTokens, chain: [] },
      })),
    );
  }
}
