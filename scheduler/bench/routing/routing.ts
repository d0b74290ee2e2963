import { resolve } from "node:path";
import { rounded, type Bench, type Report } from "../result.ts";
import { capacity, type Cell, type CellResult } from "./cell.ts";
import { loadParts, type Parts } from "./parts.ts";
import { pairedError } from "./paired-error.ts";
import { picksPerSecond } from "./picks-per-second.ts";
import { runCells } from "./run-cells.ts";
import { ACTIVE_BLOCKS } from "./scene.ts";
import { WORKLOADS, workloadNamed } from "./workloads.ts";

/** The one workload with bars of its own, at 450 blocks. */
const BARRED = "Mooncake extract";
const SHIPPED = "predicted-first-token";
const BASELINES = [
  "random",
  "round-robin",
  "least-request",
  "power-of-two",
  "bounded-hash",
  "llm-d-blend",
  "llm-d-sticky",
  "dynamo",
];
const CACHES = [ACTIVE_BLOCKS, 4_000];
const LOADS = [0.7, 0.85, 0.95];
const GAUGE_MS = 50;
const STALE_GAUGE_MS = 5_000;
const P99_TARGETS: ReadonlyMap<number, number> = new Map([[0.85, 3.9]]);
const GOODPUT_TARGETS: ReadonlyMap<number, number> = new Map([
  [0.85, 0.955],
  [0.95, 0.95],
]);

interface Situation {
  readonly workload: string;
  readonly cacheBlocks: number;
  readonly load: number;
}

const label = ({ workload, cacheBlocks, load }: Situation): string =>
  `${workload}, ${cacheBlocks} blocks, ${Math.round(load * 100)} %`;

const mean = (results: readonly CellResult[], of: (result: CellResult) => number): number =>
  results.reduce((sum, result) => sum + of(result), 0) / results.length;

/** What follows an option on the command line. */
function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** 1 to N as the command line says; three without. */
const askedSeeds = (): number[] => Array.from({ length: Number(option("--seeds") ?? 3) }, (_, index) => index + 1);

/** All workloads, or the trace that the command line names. */
function askedWorkloads(): readonly string[] {
  const file = option("--trace");
  return file === undefined ? [...WORKLOADS.keys()] : [resolve(file)];
}

/** Those whose label begins as the command line says. */
const situationsOf = (workload: string): Situation[] =>
  CACHES.flatMap((cacheBlocks) => LOADS.map((load) => ({ workload, cacheBlocks, load }))).filter((situation) =>
    label(situation).startsWith(option("--cell") ?? ""),
  );

type Results = ReadonlyMap<string, readonly CellResult[]>;

function reportSituation(report: Report, situation: Situation, byPolicy: Results): void {
  const ours = byPolicy.get(SHIPPED) ?? [];
  const [p99, goodput] = [mean(ours, (result) => result.p99), mean(ours, (result) => result.goodput)];
  const rivals = BASELINES.map((name) => {
    const results = byPolicy.get(name) ?? [];
    const p99s = results.map((result) => result.p99);
    return {
      name,
      p99s,
      p99: mean(results, (result) => result.p99),
      goodput: mean(results, (result) => result.goodput),
    };
  });
  const fastest = rivals.reduce((best, next) => (next.p99 < best.p99 ? next : best));
  const best = rivals.reduce((most, next) => (next.goodput > most.goodput ? next : most));
  const bench = "routing";
  const where = label(situation);
  const barred = situation.workload === BARRED && situation.cacheBlocks === ACTIVE_BLOCKS;
  const p99Target = barred ? (P99_TARGETS.get(situation.load) ?? null) : null;
  const goodputTarget = barred ? (GOODPUT_TARGETS.get(situation.load) ?? null) : null;
  report({
    bench,
    metric: `p99_ttft_s (${where})`,
    value: p99,
    unit: "s",
    target: p99Target,
    peer: fastest.name,
    ratio: p99 / fastest.p99,
  });
  report({ bench, metric: `p99_ttft_vs_best (${where})`, value: p99 / fastest.p99, unit: "×", target: 1 });
  const error = pairedError(
    ours.map((result) => result.p99),
    fastest.p99s,
  );
  report({ bench, metric: `p99_ttft_vs_best_error (${where})`, value: error, unit: "×", target: null });
  report({
    bench,
    metric: `goodput (${where})`,
    value: goodput,
    unit: "share",
    target: goodputTarget,
    peer: best.name,
    ratio: goodput / best.goodput,
  });
  report({ bench, metric: `goodput_vs_best (${where})`, value: goodput / best.goodput, unit: "×", target: 1 });
  report({ bench, metric: `hits (${where})`, value: mean(ours, (result) => result.hits), unit: "share", target: null });
  report({
    bench,
    metric: `tpot_p99_ms (${where})`,
    value: mean(ours, (result) => result.tokenP99),
    unit: "ms",
    target: null,
  });
  for (const { name, p99: theirs, goodput: share } of rivals) {
    report({ bench, metric: `goodput of ${name} (${where})`, value: share, unit: "share", target: null });
    report({ bench, metric: `p99_ttft_s of ${name} (${where})`, value: theirs, unit: "s", target: null });
  }
}

/** The picker that ships against what others do, over simulated engines in virtual time. */
export const routing: Bench = {
  name: "routing",
  purpose:
    "time to first token and goodput of the endpoint picker against baselines; --trace FILE, --cell LABEL, --seeds N",
  async run(report) {
    const parts = await loadParts();
    for (const workload of askedWorkloads()) await reportWorkload(report, parts, workload);
    report({
      bench: "routing",
      metric: "picks_per_s",
      value: rounded(picksPerSecond(parts)),
      unit: "1/s",
      target: 50_000,
    });
  },
};

async function reportWorkload(report: Report, parts: Parts, workload: string): Promise<void> {
  const situations = situationsOf(workload);
  if (situations.length === 0) return;
  const most = capacity(parts, workloadNamed(workload)(0), ACTIVE_BLOCKS);
  report({ bench: "routing", metric: `capacity_per_s (${workload})`, value: most, unit: "req/s", target: null });
  const cell: CellOf = (policy, situation, seed, gaugeMs = GAUGE_MS) => {
    const { cacheBlocks, load } = situation;
    return { workload, policy, cacheBlocks, perSecond: most * load, seed, gaugeMs };
  };
  const policies = [SHIPPED, ...BASELINES];
  const planned = situations.flatMap((situation) =>
    policies.flatMap((policy) => askedSeeds().map((seed) => ({ situation, cell: cell(policy, situation, seed) }))),
  );
  const results = await runCells(planned.map((one) => one.cell));
  for (const situation of situations) {
    const of = (policy: string): CellResult[] =>
      results.filter((_, at) => planned[at]?.situation === situation && planned[at].cell.policy === policy);
    reportSituation(report, situation, new Map(policies.map((policy) => [policy, of(policy)])));
  }
  if (workload === BARRED) await reportStaleGauges(report, cell);
}

type CellOf = (policy: string, situation: Situation, seed: number, gaugeMs?: number) => Cell;

/** Goodput lost when gauges are 5 s old instead of 50 ms, at 85 % and 450 blocks: the picker's, and the blend's beside. */
async function reportStaleGauges(report: Report, cell: CellOf): Promise<void> {
  const situation = { workload: BARRED, cacheBlocks: ACTIVE_BLOCKS, load: 0.85 };
  for (const policy of [SHIPPED, "llm-d-blend"]) {
    const lost: number[] = [];
    for (const gaugeMs of [GAUGE_MS, STALE_GAUGE_MS]) {
      const results = await runCells(askedSeeds().map((seed) => cell(policy, situation, seed, gaugeMs)));
      lost.push(mean(results, (result) => result.goodput));
    }
    const ours = policy === SHIPPED;
    const metric = ours ? "stale_gauge_loss" : `stale_gauge_loss of ${policy}`;
    const value = (lost[0] ?? NaN) - (lost[1] ?? NaN);
    report({ bench: "routing", metric, value, unit: "share", target: ours ? 0.005 : null });
  }
}
