import type { ModelId, UseCaseId } from "@socle/contracts";

/** Bounds of the histogram grow by this factor, so a quantile is at most an eighth too high. */
const GROWTH = 1.125;
const BUCKETS = 128;
/** Answers before a quantile is believed. */
const ENOUGH = 50;
/** Answers after which old ones weigh half, so that a use case that changed is learned anew. */
const MEMORY = 2_000;
const QUANTILE = 0.95;
const MOST_KEYS = 10_000;

interface Histogram {
  readonly counts: Float64Array;
  total: number;
}

const bucketOf = (tokens: number): number =>
  tokens <= 1 ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(tokens) / Math.log(GROWTH)));

/**
 * How long answers of a use case on a model are: the 95th percentile of output tokens, from the answers this replica saw.
 * Bounded: 1 kB a key, the key longest unused leaves first.
 */
export interface OutputForecast {
  record(useCaseId: UseCaseId, modelId: ModelId, outputTokens: number): void;
  /** Tokens that 95 % of answers stay within; `null` until enough were seen. */
  p95(useCaseId: UseCaseId, modelId: ModelId): number | null;
}

export const createOutputForecast = (): OutputForecast => {
  const byKey = new Map<string, Histogram>();

  const histogramOf = (key: string): Histogram => {
    const known = byKey.get(key) ?? { counts: new Float64Array(BUCKETS), total: 0 };
    byKey.delete(key);
    byKey.set(key, known);
    const oldest = byKey.size > MOST_KEYS ? byKey.keys().next() : null;
    if (oldest?.value !== undefined) byKey.delete(oldest.value);
    return known;
  };

  const fade = (histogram: Histogram): void => {
    for (let index = 0; index < BUCKETS; index += 1) histogram.counts[index] = (histogram.counts[index] ?? 0) / 2;
    histogram.total /= 2;
  };

  return {
    record(useCaseId, modelId, outputTokens) {
      const histogram = histogramOf(`${useCaseId} ${modelId}`);
      const bucket = bucketOf(outputTokens);
      histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1;
      histogram.total += 1;
      if (histogram.total >= MEMORY) fade(histogram);
    },
    p95(useCaseId, modelId) {
      const histogram = byKey.get(`${useCaseId} ${modelId}`);
      if (histogram === undefined || histogram.total < ENOUGH) return null;
      let above = histogram.total * (1 - QUANTILE);
      for (let bucket = BUCKETS - 1; bucket >= 0; bucket -= 1) {
        above -= histogram.counts[bucket] ?? 0;
        if (above < 0) return Math.ceil(GROWTH ** bucket);
      }
      return 1;
    },
  };
};
