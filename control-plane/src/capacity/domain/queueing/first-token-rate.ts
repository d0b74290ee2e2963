import { decodingLoad } from "./decoding-load.js";
import { lateForPlace } from "./late-for-place.js";
import { lateInReading } from "./late-in-reading.js";
import { readingSteps, stepsBeside } from "./reading-steps.js";
import { saturatedRate, type Engine } from "./saturated-rate.js";

/** Share of requests that may miss their target. */
const MAY_MISS = 0.05;
/** Standard deviations above its mean at which those that decode are counted: those who are late come when they are many. */
const BUSY = 1.5;
/** Part of saturation up to which rates are looked at. */
const UP_TO = 0.995;
/** Halvings of the interval: to a thousandth of the saturated rate. */
const HALVINGS = 10;

/**
 * Probability that a first token comes later than `limitMs` after its request, γ left aside: it waits for the steps that read
 * prompts, or for a place.
 * @param perMs requests per millisecond, below the saturated rate
 */
export function lateShare(engine: Engine, perMs: number, limitMs: number): number {
  const { times, shape, places } = engine;
  const mostPerMs = saturatedRate(engine) / 1000;
  const load = decodingLoad(engine, perMs);
  const decoding = Math.min(load.decoding, places);
  // One place is never read beside another.
  const beside = places === 1 ? 0 : decoding;
  const readMs = readingSteps(shape) * (times.alphaMs + times.betaMs * beside) + times.deltaMs * shape.inputTokens;
  const forPlace = lateForPlace(load, places, perMs, mostPerMs, limitMs - readMs);
  if (places === 1 || forPlace > MAY_MISS) return forPlace;
  const busy = Math.min(places, decoding + BUSY * load.decodingSpread);
  return forPlace + lateInReading(stepsBeside(times, shape, busy), perMs, Math.exp(-decoding), limitMs);
}

/**
 * Highest rate, in requests per second, at which 95 of 100 first tokens come within the limit: an interval that is halved as
 * often as is asked, to a thousandth of the saturated rate. Halvings are the same whatever is asked, so that rates are.
 */
export class FirstTokenRate {
  private above: number;
  private below = 0;
  private halvings = 0;

  constructor(
    private readonly engine: Engine,
    private readonly limitMs: number,
  ) {
    this.above = UP_TO * saturatedRate(engine);
  }

  /** A lower and an upper bound; equal once they are near enough. Zero where no first token is in time. */
  bounds(): readonly [below: number, above: number] {
    return [this.below, this.above];
  }

  /** False when nothing is left to halve. */
  halve(): boolean {
    if (this.halvings === HALVINGS) return false;
    const middle = (this.below + this.above) / 2;
    if (lateShare(this.engine, middle / 1000, this.limitMs) <= MAY_MISS) this.below = middle;
    else this.above = middle;
    this.halvings += 1;
    if (this.halvings === HALVINGS) this.above = this.below;
    return true;
  }
}
