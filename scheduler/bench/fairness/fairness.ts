import { percentile, type Bench, type Report } from "../result.ts";
import { flood, type Flood, type Journey } from "./flood.ts";
import { fifo, flatVtc, socle } from "./orders.ts";
import { ALL_WEIGHTS, MINISTRIES } from "./scene.ts";
import { worstGapOverBound } from "./gap.ts";

const PERIODS = 8;
const SEEDS = [1, 2, 3];
const WINDOW = 1_000;
/** Nobody is behind anybody before the engines are full and lengths of answers are known. */
const WARM_UP_MS = 20_000;

/** Mean milliseconds from dispatch to the last token. */
function serviceTime({ journeys }: Flood): number {
  return journeys.reduce((sum, { finishedAt, dispatchedAt }) => sum + finishedAt - dispatchedAt, 0) / journeys.length;
}

/**
 * Stretches in which all three ministries have requests in line all the time; `settleMs` of each are left out, as a
 * ministry that comes back first takes what its right saved and the places it had left.
 */
function backlogged(run: Flood, settleMs: number): Journey[][] {
  const stretches: Journey[][] = [];
  let from = WARM_UP_MS;
  for (const [silentFrom, back] of run.silences) {
    // What was in line when `b` fell silent is gone a little later: the last five seconds before are left out.
    stretches.push(run.journeys.filter(({ dispatchedAt: at }) => at >= from && at < silentFrom - 5_000));
    from = back + settleMs;
  }
  return stretches;
}

/** Points of per cent by which a ministry's part of the GPU time was off its entitlement, in the worst window of all. */
function shareError(run: Flood, settleMs: number): number {
  let worst = 0;
  for (const stretch of backlogged(run, settleMs)) {
    for (const { id, weight } of MINISTRIES) {
      let own = 0;
      let all = 0;
      for (const [at, { ministry, cost }] of stretch.entries()) {
        const leaving = at >= WINDOW ? stretch[at - WINDOW] : undefined;
        all += cost - (leaving?.cost ?? 0);
        own += (ministry === id ? cost : 0) - (leaving?.ministry === id ? leaving.cost : 0);
        if (at + 1 >= WINDOW) worst = Math.max(worst, Math.abs(own / all - weight / ALL_WEIGHTS));
      }
    }
  }
  return 100 * worst;
}

/** Waits of the requests with which `b` takes its share again, in mean times that a request runs. */
function returnWaits(run: Flood): number[] {
  const mean = serviceTime(run);
  return run.journeys.filter(({ comeback }) => comeback).map((each) => (each.dispatchedAt - each.arrivedAt) / mean);
}

async function measure(order: Parameters<typeof flood>[0]) {
  const runs: Flood[] = [];
  for (const seed of SEEDS) runs.push(await flood(order, seed, PERIODS));
  return {
    shareError: Math.max(...runs.map((run) => shareError(run, serviceTime(run)))),
    errorAtReturn: Math.max(...runs.map((run) => shareError(run, 0))),
    returnWait: percentile(runs.flatMap(returnWaits), 0.99),
    gap: Math.max(...runs.flatMap((run) => backlogged(run, 0).map(worstGapOverBound))),
    dispatches: runs.reduce((sum, { journeys }) => sum + journeys.length, 0),
  };
}

export const fairness: Bench = {
  name: "fairness",
  purpose:
    "three ministries at 3:2:1 on simulated engines in virtual time: one floods, one falls silent and comes back",
  async run(report: Report) {
    const own = await measure(socle);
    const peers = [
      ["first come, first served", await measure(fifo)],
      ["VTC by team, flat", await measure(flatVtc)],
    ] as const;
    const line = (metric: string, value: number, unit: string, target: number | null): void =>
      report({ bench: "fairness", metric, value, unit, target });
    const beside = (metric: string, value: number, unit: string, peer: string, theirs: number): void =>
      report({ bench: "fairness", metric, value, unit, target: null, peer, ratio: value / theirs });
    line("share_error_pct", own.shareError, "points", 2);
    for (const [peer, theirs] of peers) beside("share_error_pct", own.shareError, "points", peer, theirs.shareError);
    line("share_error_with_return_pct", own.errorAtReturn, "points", 2);
    line("return_wait_p99_service_times", own.returnWait, "×", 1);
    for (const [peer, theirs] of peers) {
      beside("return_wait_p99_service_times", own.returnWait, "×", peer, theirs.returnWait);
    }
    line("gap_over_bound", own.gap, "×", 1);
    line("dispatches", own.dispatches, "", null);
  },
};
