import type { Condition } from "../../kernel/refusal.js";
import { needsExitPlan } from "./dependency.js";
import { circularActions } from "./roadmap-action.js";
import type { RoadmapContent } from "./roadmap.js";

/** Years that a trajectory has to cover, both included. */
export const TRAJECTORY_YEARS = { first: 2025, last: 2030 } as const;

const condition = (code: string, met: boolean, message: string): Condition => ({ code, met, message });

const named = (products: readonly { readonly product: string }[]): string =>
  products.length === 0 ? "" : ` Missing for: ${products.map(({ product }) => product).join(", ")}.`;

/** What must stand in a roadmap before its ministry validates it; messages name the lines that lack something. */
export function readiness(content: RoadmapContent): readonly Condition[] {
  const { dependencies, actions, exitPlans } = content;
  const acted = new Set(actions.map(({ dependencyId }) => dependencyId));
  const planned = new Set(exitPlans.map(({ dependencyId }) => dependencyId));
  const unscored = dependencies.filter(({ criteria }) => criteria === null);
  const aimless = dependencies.filter(({ target }) => target === null);
  const idle = dependencies.filter(({ id, target }) => (target === "reduce" || target === "exit") && !acted.has(id));
  const stuck = dependencies.filter((line) => needsExitPlan(line) && !planned.has(line.id));
  return [
    condition("inventory.declared", dependencies.length > 0, "The inventory has at least one dependency."),
    condition("criteria.scored", unscored.length === 0, `Every line has its three criteria.${named(unscored)}`),
    condition("targets.set", aimless.length === 0, `Every line has a target.${named(aimless)}`),
    condition("actions.planned", idle.length === 0, `What is to be reduced or left has an action.${named(idle)}`),
    condition("exits.planned", stuck.length === 0, `What is essential or vital has an exit plan.${named(stuck)}`),
    condition("actions.ordered", circularActions(actions).length === 0, "No action has to be done before itself."),
    condition("trajectory.covered", missingYears(content).length === 0, trajectoryMessage(content)),
  ];
}

function missingYears({ plannedSpend, trajectory }: RoadmapContent): readonly number[] {
  const years = Array.from(
    { length: TRAJECTORY_YEARS.last - TRAJECTORY_YEARS.first + 1 },
    (_, index) => TRAJECTORY_YEARS.first + index,
  );
  return years.filter(
    (year) => !plannedSpend.some((each) => each.year === year) || !trajectory.some((each) => each.year === year),
  );
}

function trajectoryMessage(content: RoadmapContent): string {
  const missing = missingYears(content);
  const all = `Spend and trajectory cover ${String(TRAJECTORY_YEARS.first)} to ${String(TRAJECTORY_YEARS.last)}.`;
  return missing.length === 0 ? all : `${all} Missing: ${missing.join(", ")}.`;
}
