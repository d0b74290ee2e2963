import { median, type Bench, type Report } from "../result.ts";
import { Judge } from "./judge.ts";
import { plannedNeeds, type PlannedNeed } from "./planned-needs.ts";

const NEEDS = 100;
const SEED = 1;
const STREAMS = "sizing";

interface Verdict {
  readonly undersized: boolean;
  /** GPUs planned ÷ fewest that the engine keeps the targets with; 1 when too few are planned. */
  readonly vsFewest: number;
  /** First-token time of 95 of 100 ÷ its target; null without one. */
  readonly firstTokenShare: number | null;
}

/**
 * Needs sized by the control plane, judged by the engine simulator: whether targets are kept at the planned count, and with
 * how few GPUs of any configuration they would be. Needs and streams of the judge are drawn for this bench alone.
 */
async function run(report: Report): Promise<void> {
  const verdicts = (await plannedNeeds(NEEDS, SEED)).map(verdictOn);
  const ratios = verdicts.map(({ vsFewest }) => vsFewest);
  const shares = verdicts.flatMap(({ firstTokenShare }) => firstTokenShare ?? []);
  const undersized = (100 * verdicts.filter((each) => each.undersized).length) / verdicts.length;
  const figure = (metric: string, value: number, unit: string, target: number | null): void =>
    report({ bench: sizing.name, metric, value, unit, target });
  figure("undersized_pct", undersized, "%", 0);
  figure("gpus_vs_fewest_median", median(ratios), "×", 1);
  figure("gpus_vs_fewest_worst", Math.max(...ratios), "×", 1.25);
  figure("first_token_of_target_median", median(shares), "×", null);
}

function verdictOn(need: PlannedNeed): Verdict {
  const { chosen, configurations, ttftP95Ms } = need;
  const judged = configurations.map((configuration) => ({
    configuration,
    judge: new Judge(need, configuration, STREAMS),
  }));
  const planned = judged.find(({ configuration }) => configuration.key === chosen.key);
  if (planned === undefined) throw new Error(`${chosen.key} is not among the configurations of its need`);
  const { replicas } = chosen;
  const gpus = replicas * planned.configuration.gpusPerReplica;
  const firstTokenShare = ttftP95Ms === null ? null : planned.judge.firstTokenP95Ms(replicas) / ttftP95Ms;
  if (!planned.judge.keeps(replicas)) return { undersized: true, vsFewest: 1, firstTokenShare };
  let fewest = gpus;
  for (const { configuration, judge } of judged) {
    const { gpusPerReplica } = configuration;
    const below = fewestBelow(judge, Math.ceil(fewest / gpusPerReplica));
    if (below !== null) fewest = below * gpusPerReplica;
  }
  return { undersized: false, vsFewest: gpus / fewest, firstTokenShare };
}

/** Fewest replicas, fewer than so many, that keep the targets. */
function fewestBelow(judge: Judge, count: number): number | null {
  if (count < 2 || !judge.keeps(count - 1)) return null;
  let [misses, keeps] = [0, count - 1];
  while (keeps - misses > 1) {
    const middle = (keeps + misses) >> 1;
    if (judge.keeps(middle)) keeps = middle;
    else misses = middle;
  }
  return keeps;
}

export const sizing: Bench = {
  name: "sizing",
  purpose: "GPUs planned for 100 drawn needs, judged by the engine simulator in virtual time",
  run,
};
