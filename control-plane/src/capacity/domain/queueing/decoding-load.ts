import { readingSteps } from "./reading-steps.js";
import type { Engine } from "./saturated-rate.js";

/** What requests that arrive at a rate keep an engine busy with. */
export interface DecodingLoad {
  /** Part of the time that reads prompts, λ·δ·in. */
  readonly reading: number;
  /** Requests that decode, in the mean. */
  readonly decoding: number;
  readonly decodingSpread: number;
  /** Places taken, as an arrival finds them if there were always another. */
  readonly places: number;
  readonly placesVariance: number;
}

/**
 * With u = λ·δ·in, n = out − 1 + ⌈in ÷ 8192⌉ and g = λ·(out − 1)·β ÷ (1 − u), D = λ·n·α ÷ ((1 − u)·(1 − g)) requests decode in
 * the mean. Places are taken by them and by u ÷ (1 − u) that read; arrivals find u² ÷ ((1 − u)²·(1 + u)·(1 − g)) more, since
 * they come while prompts are read, which is when places fill. Each prompt lets others arrive while it is read (clusters of
 * Borel's law) and each that decodes slows the rest: the variance is the mean ÷ ((1 − u)²·(1 − g)).
 * @param perMs requests per millisecond, below the saturated rate
 */
export function decodingLoad({ times, shape }: Omit<Engine, "places">, perMs: number): DecodingLoad {
  const reading = perMs * times.deltaMs * shape.inputTokens;
  const decoded = Math.max(0, shape.outputTokens - 1);
  const idle = 1 - reading;
  const slowing = 1 - (perMs * decoded * times.betaMs) / idle;
  const decoding = (perMs * (decoded + readingSteps(shape)) * times.alphaMs) / (idle * slowing);
  const places = decoding + reading / idle + reading ** 2 / (idle ** 2 * (1 + reading) * slowing);
  const spread = idle ** 2 * slowing;
  return {
    reading,
    decoding,
    decodingSpread: Math.sqrt(decoding / (idle * slowing)),
    places,
    placesVariance: places / spread,
  };
}
