import type * as HighsStageSolver from "../../src/allocation/adapters/solver/highs-stage-solver.ts";
import type * as LoadHighs from "../../src/allocation/adapters/solver/load-highs.ts";
import type * as Greedy from "../../src/allocation/domain/round-program/greedy.ts";
import type * as Instance from "../../src/allocation/domain/round-program/instance.ts";
import type { RoundInstance } from "../../src/allocation/domain/round-program/instance.ts";
import type { Grants } from "../../src/allocation/domain/round-program/grant-lines.ts";
import type * as Satisfaction from "../../src/allocation/domain/round-program/satisfaction.ts";
import type * as SolveInstance from "../../src/allocation/domain/round-program/solve-instance.ts";
import { compiled, type Figure } from "../figure.ts";
import { stateInstance } from "./state-instance.ts";

const SIZE = { needs: 700, pools: 12, quarters: 4 } as const;
const SEEDS = [1, 2, 3] as const;
const TIME_LIMIT_S = 300;

const PROGRAM = "allocation/domain/round-program";
const SOLVER = "allocation/adapters/solver";

/**
 * A round of a State that asks for about twice what there is, solved by one thread, beside a greedy round on the same
 * needs. The slowest of three invented States counts; every grant is checked against capacities and minimum quantities.
 */
export async function round(report: (figure: Figure) => void): Promise<void> {
  const { canonical } = await compiled<typeof Instance>(`${PROGRAM}/instance.js`);
  const { solveInstance } = await compiled<typeof SolveInstance>(`${PROGRAM}/solve-instance.js`);
  const { greedyGrants } = await compiled<typeof Greedy>(`${PROGRAM}/greedy.js`);
  const { satisfactionOf } = await compiled<typeof Satisfaction>(`${PROGRAM}/satisfaction.js`);
  const { highsStageSolver } = await compiled<typeof HighsStageSolver>(`${SOLVER}/highs-stage-solver.js`);
  const { loadHighs } = await compiled<typeof LoadHighs>(`${SOLVER}/load-highs.js`);
  const worst = { seconds: 0, cpu: 0, gap: 0, ratio: Infinity, least: Infinity, leastGreedy: Infinity };
  for (const seed of SEEDS) {
    const instance = canonical(stateInstance({ ...SIZE, seed }));
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const elapsed = (): number => (performance.now() - from) / 1000;
    const solver = highsStageSolver(await loadHighs(), () => TIME_LIMIT_S - elapsed());
    const { grants, method, gapPct } = solveInstance(instance, solver, () => undefined);
    worst.seconds = Math.max(worst.seconds, elapsed());
    const { user, system } = process.cpuUsage(cpu);
    worst.cpu = Math.max(worst.cpu, (user + system) / 1e6);
    if (method !== "lexicographic") throw new Error("no point was found in time: the round is a greedy one");
    holds(instance, grants);
    const [ours, greedy] = [satisfactionOf(instance, grants), satisfactionOf(instance, greedyGrants(instance))];
    worst.gap = Math.max(worst.gap, gapPct ?? 100);
    worst.ratio = Math.min(worst.ratio, ours.weighted / greedy.weighted);
    worst.least = Math.min(worst.least, leastOf(ours));
    worst.leastGreedy = Math.min(worst.leastGreedy, leastOf(greedy));
  }
  report({ metric: "seconds", value: worst.seconds, unit: "s", target: 60 });
  report({ metric: "cpu_seconds", value: worst.cpu, unit: "s", target: 60 });
  report({ metric: "gap_pct", value: worst.gap, unit: "%", target: 0 });
  report({ metric: "rss_mb", value: process.resourceUsage().maxRSS / 1024, unit: "MB", target: 1000 });
  report({ metric: "weighted_satisfaction_vs_greedy", value: worst.ratio, unit: "×", target: 1 });
  report({ metric: "least_ministry_of_class_3", value: worst.least, unit: "of its needs", target: null });
  report({ metric: "least_ministry_of_class_3_greedy", value: worst.leastGreedy, unit: "of its needs", target: null });
}

/** Class 3 is the one that scarcity falls on: what its worst served ministry gets of what it asks. */
const leastOf = ({ least }: Satisfaction.Satisfaction): number => least[2]?.fraction ?? NaN;

function holds({ needs, slices }: RoundInstance, grants: Grants): void {
  for (const [quarter, lines] of grants.entries()) {
    const free = slices.map(({ gpus }) => gpus[quarter] ?? 0);
    for (const [index, { gpus, bySlice }] of lines.entries()) {
      const ask = needs[index]?.asks[quarter] ?? null;
      if (gpus > (ask?.gpus ?? 0) || (gpus > 0 && gpus < (ask?.minUseful ?? 0)))
        throw new Error("a grant is out of bounds");
      for (const [slice, taken] of bySlice) free[slice] = (free[slice] ?? 0) - taken;
    }
    if (free.some((left) => left < 0)) throw new Error("a pool gives more than it holds");
  }
}
