import { percentile, type Bench, type Report } from "../result.ts";
import { worstGapOverBound } from "./gap.ts";
import { fifo, flatVtc, socle } from "./orders.ts";
import { ALL_WEIGHTS, MINISTRIES } from "./scene.ts";
import { SHAPES, type Shape } from "./shapes.ts";
import { simulate, type Moment, type Run } from "./simulation.ts";

const PERIODS = 4;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** A window is the GPU time of so many requests, or so many requests as they are dispatched. */
const WINDOW = 1_000;

const offBy = (own: number, all: number, weight: number): number => 100 * Math.abs(own / all - weight / ALL_WEIGHTS);

const momentsIn = ({ moments }: Run, [from, to]: readonly [number, number]): readonly Moment[] =>
  moments.filter(({ at }) => at >= from && at < to);

/** Points of per cent by which a ministry's part of the GPU time given was off its entitlement, in the worst window. */
function shareError(run: Run): number {
  const window = (WINDOW * run.journeys.reduce((sum, { cost }) => sum + cost, 0)) / run.journeys.length;
  let worst = 0;
  for (const stretch of run.stretches) {
    const moments = momentsIn(run, stretch).map(({ accounts }) => ({
      each: accounts.map(({ given }) => given),
      all: accounts.reduce((sum, { given }) => sum + given, 0),
    }));
    let first = 0;
    for (const last of moments) {
      while (last.all - (moments[first + 1]?.all ?? Infinity) >= window) first += 1;
      const from = moments[first];
      if (from === undefined || last.all - from.all < window) continue;
      for (const [at, { weight }] of MINISTRIES.entries()) {
        worst = Math.max(worst, offBy((last.each[at] ?? 0) - (from.each[at] ?? 0), last.all - from.all, weight));
      }
    }
  }
  return worst;
}

/** The same of what requests will have cost in truth, counted when they are dispatched. */
function errorByDispatch(run: Run): number {
  let worst = 0;
  for (const [from, to] of run.stretches) {
    const stretch = run.journeys.filter(({ dispatchedAt: at }) => at >= from && at < to);
    for (const { id, weight } of MINISTRIES) {
      let own = 0;
      let all = 0;
      for (const [at, { ministry, cost }] of stretch.entries()) {
        const leaving = at >= WINDOW ? stretch[at - WINDOW] : undefined;
        all += cost - (leaving?.cost ?? 0);
        own += (ministry === id ? cost : 0) - (leaving?.ministry === id ? leaving.cost : 0);
        if (at + 1 >= WINDOW) worst = Math.max(worst, offBy(own, all, weight));
      }
    }
  }
  return worst;
}

/** Waits of the requests with which `b` takes its share again, in mean times that a request runs. */
function returnWait({ journeys }: Run): number {
  const mean = journeys.reduce((sum, each) => sum + each.finishedAt - each.dispatchedAt, 0) / journeys.length;
  const waits = journeys.filter(({ comeback }) => comeback).map((each) => (each.dispatchedAt - each.arrivedAt) / mean);
  return waits.length === 0 ? 0 : percentile(waits, 0.99);
}

interface Worst {
  readonly given: number;
  readonly byDispatch: number;
  readonly returnWait: number;
  readonly gap: number;
}

/** The worst of all seeds. */
async function measure(order: Parameters<typeof simulate>[0], shape: Shape, known = false): Promise<Worst> {
  let worst: Worst = { given: 0, byDispatch: 0, returnWait: 0, gap: 0 };
  for (const seed of SEEDS) {
    const run = await simulate(order, shape, seed, PERIODS, known);
    const gaps = run.stretches.map((stretch) => worstGapOverBound(momentsIn(run, stretch)));
    worst = {
      given: Math.max(worst.given, shareError(run)),
      byDispatch: Math.max(worst.byDispatch, errorByDispatch(run)),
      returnWait: Math.max(worst.returnWait, returnWait(run)),
      gap: Math.max(worst.gap, ...gaps),
    };
  }
  return worst;
}

export const fairness: Bench = {
  name: "fairness",
  purpose: "three ministries at 3:2:1 on simulated engines in virtual time: eight shapes of answers and of asking",
  async run(report: Report) {
    const line = (metric: string, value: number, unit: string, target: number | null): void =>
      report({ bench: "fairness", metric, value, unit, target });
    const beside = (metric: string, value: number, unit: string, peer: string, theirs: number): void =>
      report({ bench: "fairness", metric, value, unit, target: null, peer, ratio: value / theirs });
    const all: Worst[] = [];
    for (const shape of SHAPES) {
      const own = await measure(socle, shape);
      all.push(own);
      line(`share_error_pct ${shape.name}`, own.given, "points", null);
      const known = await measure(socle, shape, true);
      beside(`share_error_by_dispatch_pct ${shape.name}`, own.byDispatch, "points", "costs known", known.byDispatch);
      if (!shape.silent) continue;
      for (const [peer, order] of [
        ["first come, first served", fifo],
        ["VTC by team, flat", flatVtc],
      ] as const) {
        const theirs = await measure(order, shape);
        beside("share_error_pct", own.given, "points", peer, theirs.given);
        beside("return_wait_p99_service_times", own.returnWait, "×", peer, theirs.returnWait);
      }
    }
    line("share_error_worst_pct", Math.max(...all.map(({ given }) => given)), "points", 2);
    line("return_wait_p99_service_times", Math.max(...all.map(({ returnWait: wait }) => wait)), "×", 1);
    line("gap_over_bound", Math.max(...all.map(({ gap }) => gap)), "×", 1);
  },
};
