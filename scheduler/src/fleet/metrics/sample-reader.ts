import type { EngineGauges, EngineKind } from "./engine-gauges.js";
import type { Sample } from "./prometheus-text.js";

/** Questions to the samples of one scrape. An engine with several ranks publishes one series each. */
export class SampleReader {
  private readonly byName = new Map<string, Sample[]>();

  constructor(samples: readonly Sample[]) {
    for (const sample of samples) {
      const known = this.byName.get(sample.name);
      if (known === undefined) this.byName.set(sample.name, [sample]);
      else known.push(sample);
    }
  }

  /** Sum over the series of the first of `names` that is there; `null` when none is. Not-a-number counts as absent. */
  sum(...names: string[]): number | null {
    return this.fold(names, (values) => values.reduce((total, value) => total + value, 0));
  }

  /** The fullest of the series: what a memory gauge of several ranks means for one more request. */
  most(...names: string[]): number | null {
    return this.fold(names, (values) => Math.max(...values));
  }

  /** A label of an info metric as a number. */
  infoNumber(name: string, label: string): number | null {
    const text = this.byName.get(name)?.[0]?.labels.get(label) ?? "";
    return /^\d{1,15}$/.test(text) ? Number(text) : null;
  }

  /** Names listed, by commas, in labels of the newest series: its value is the time it was written. */
  newestList(name: string, labels: readonly string[]): readonly string[] {
    const series = this.byName.get(name) ?? [];
    const newest = series.reduce<Sample | null>((best, one) => (best && best.value >= one.value ? best : one), null);
    const listed = labels.flatMap((label) => newest?.labels.get(label)?.split(",") ?? []);
    return [...new Set(listed.map((entry) => entry.trim()).filter((entry) => entry !== ""))].slice(0, MAX_ADAPTERS);
  }

  private fold(names: readonly string[], join: (values: readonly number[]) => number): number | null {
    for (const name of names) {
      const values = (this.byName.get(name) ?? []).map(({ value }) => value).filter(Number.isFinite);
      if (values.length > 0) return join(values);
    }
    return null;
  }
}

const MAX_ADAPTERS = 64;

/** Gauges of an engine that publishes nothing yet. */
export const noGauges = (engine: EngineKind): EngineGauges => ({
  engine,
  running: null,
  waiting: null,
  kvUse: null,
  prefixHitRatio: null,
  blockSize: null,
  blocks: null,
  places: null,
  adapters: [],
});

/** A share of at most 1. Engines write -1 for what they do not know. */
export const share = (value: number | null): number | null => (value === null || value < 0 ? null : Math.min(1, value));

/** `part / whole`, `null` before anything was counted. */
export const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : share(part / whole);
