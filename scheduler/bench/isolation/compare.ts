import type { Answer, LoadReport } from "../load/plan.ts";
import { percentile } from "../result.ts";
import { WARM_UP_MS } from "./callers.ts";
import { LENGTHS, type Ministry } from "./scene.ts";

/** What the calm applications got in one window, by ministry. */
export type Calm = ReadonlyMap<Ministry, readonly LoadReport[]>;

/** Of the applications that stayed calm in both windows. */
export interface Comparison {
  readonly refused: number;
  /** Of the worst ministry. */
  readonly shareKept: number;
  readonly p99Ratio: number;
}

const refusedOf = (flooded: Calm): number => [...flooded.values()].flat().reduce((sum, { failed }) => sum + failed, 0);

/** Callers of one ministry in both windows: those that flood in one of them are the last. */
const pairs = (without: Calm, flooded: Calm) =>
  [...flooded].map(([ministry, reports]) => ({
    reports,
    usual: (without.get(ministry) ?? []).slice(0, reports.length),
  }));

/**
 * Closed loop: a caller asks again when it was answered, so that what it asks for depends on what it gets. Its share is the
 * time in which answers were coming, of the same time; p99 of the worst ministry, each with some hundreds of answers.
 */
export function ofSameTime(without: Calm, flooded: Calm): Comparison {
  const p99 = (of: readonly LoadReport[]): number =>
    percentile(
      of.flatMap(({ firstTokenMs }) => firstTokenMs),
      0.99,
    );
  const streamed = (of: readonly LoadReport[]): number => of.reduce((sum, { streamingMs }) => sum + streamingMs, 0);
  const all = pairs(without, flooded);
  return {
    refused: refusedOf(flooded),
    shareKept: Math.min(...all.map(({ reports, usual }) => streamed(reports) / streamed(usual))),
    p99Ratio: Math.max(...all.map(({ reports, usual }) => p99(reports) / p99(usual))),
  };
}

/**
 * Open loop: each caller sends the same requests at the same times in both windows, so these are compared, by the time
 * at which they were due. Its share is the tokens of those that were answered whole: one that asks for less than its
 * right gets what it asked for, whatever time its answers take. p99 over the callers of all ministries together, since the
 * second longest of 150 waits, which the p99 of the smallest ministry would be, differs by half from run to run.
 */
export function ofSameRequests(without: Calm, flooded: Calm, untilMs: number): Comparison {
  const all = pairs(without, flooded).map(({ reports, usual }) =>
    reports.flatMap(({ answers }, at) => sameRequests(usual[at]?.answers ?? [], answers, untilMs)),
  );
  const tokens = (of: readonly Same[]): number => of.reduce((sum, each) => sum + each.tokens, 0);
  const kept = (of: readonly Same[]): number => tokens(of.filter(({ waits }) => waits < Infinity)) / tokens(of);
  const p99 = (waits: (of: Same) => number): number => percentile(all.flat().map(waits), 0.99);
  return {
    refused: refusedOf(flooded),
    shareKept: Math.min(...all.map(kept)),
    p99Ratio: p99(({ waits }) => waits) / p99(({ usuallyWaits }) => usuallyWaits),
  };
}

/** One request in both windows: milliseconds to its first token, `Infinity` where it was not answered whole by the end. */
interface Same {
  readonly tokens: number;
  readonly usuallyWaits: number;
  readonly waits: number;
}

function sameRequests(usual: readonly Answer[], flooded: readonly Answer[], untilMs: number): Same[] {
  const found = new Map(flooded.map(({ number, firstTokenMs }) => [number, firstTokenMs]));
  return usual
    .filter(({ dueMs }) => dueMs >= WARM_UP_MS && dueMs < untilMs)
    .map(({ number, firstTokenMs }) => ({
      tokens: LENGTHS[number % LENGTHS.length] ?? 0,
      usuallyWaits: firstTokenMs,
      waits: found.get(number) ?? Infinity,
    }));
}
