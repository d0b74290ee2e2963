import type { RoadmapAction } from "../roadmap-action.js";
import type { SovereigntyFramework } from "../sovereignty-score.js";
import type { MinistryRoadmap } from "./consolidation-input.js";

/** What all actions that are not abandoned cost and save; whole euros. */
export interface Savings {
  readonly oneOffCostEuros: number;
  /** Saved each year once everything is done; cost that actions add is taken off. */
  readonly yearlySavingEuros: number;
  /** Of the saving, what actions that are done already bring. */
  readonly reachedEuros: number;
  /** Years until what was spent once is saved; null when nothing is saved. */
  readonly paybackYears: number | null;
  readonly usersMigrated: number;
  readonly usersTotal: number;
}

export interface Insourcing {
  /** Whole euros a year of work done inside. */
  readonly internalEuros: number;
  /** What that replaces outside, by the ratio of the framework. */
  readonly externalRemovedEuros: number;
  readonly ratio: number;
}

const kept = (ministries: readonly MinistryRoadmap[]): readonly RoadmapAction[] =>
  ministries.flatMap(({ content }) => content.actions).filter(({ progress }) => progress !== "abandoned");

const total = (actions: readonly RoadmapAction[], of: (action: RoadmapAction) => number): number =>
  actions.reduce((sum, action) => sum + of(action), 0);

export function savingsOf(ministries: readonly MinistryRoadmap[]): Savings {
  const actions = kept(ministries);
  const done = actions.filter(({ progress }) => progress === "done");
  const oneOffCostEuros = total(actions, (action) => action.oneOffCostEuros);
  const yearlySavingEuros = -total(actions, (action) => action.runDeltaEuros);
  return {
    oneOffCostEuros,
    yearlySavingEuros,
    reachedEuros: -total(done, (action) => action.runDeltaEuros),
    paybackYears: yearlySavingEuros > 0 ? oneOffCostEuros / yearlySavingEuros : null,
    usersMigrated: total(actions, (action) => action.usersMigrated),
    usersTotal: total(actions, (action) => action.usersTotal),
  };
}

/** One euro of work inside replaces `insourcingRatio` euros outside: the ratio is the plan's, kept as data. */
export function insourcingOf(ministries: readonly MinistryRoadmap[], framework: SovereigntyFramework): Insourcing {
  const inside = kept(ministries).filter(({ type }) => type === "insource");
  const internalEuros = total(inside, (action) => action.internalCostEuros);
  const ratio = framework.insourcingRatio;
  return { internalEuros, externalRemovedEuros: Math.round(internalEuros * ratio), ratio };
}
