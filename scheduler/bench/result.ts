/** One measured figure; with `--json` one object a line. */
export interface Result {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What the value should reach; `null` while no bar is set. */
  readonly target: number | null;
  /** What ran beside it, and value ÷ the peer's value; alone, why there is no figure. */
  readonly peer?: string;
  readonly ratio?: number;
}

export type Report = (result: Result) => void;

export interface Bench {
  readonly name: string;
  readonly purpose: string;
  run(report: Report): Promise<void>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The value below which a share of all values lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Unit of a row that says why there is no figure. */
export const NOT_MEASURED = "not measured";

/** A line that people read. */
export function sentence(result: Result): string {
  const value = result.unit === NOT_MEASURED ? result.unit : `${rounded(result.value)} ${result.unit}`;
  const target = result.target === null ? "" : `  target ${result.target}`;
  const times = result.ratio === undefined ? "" : `${rounded(result.ratio)} × `;
  const peer = result.peer === undefined ? "" : `  ${times}${result.peer}`;
  return `${result.bench.padEnd(16)}${result.metric.padEnd(40)}${value.padStart(16)}${target}${peer}`;
}
