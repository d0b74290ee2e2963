import type { Condition } from "../../kernel/refusal.js";
import { needsExitPlan } from "./dependency.js";
import { circularActions } from "./roadmap-action.js";
import type { RoadmapContent } from "./roadmap.js";

/** Years that a trajectory has to cover, both included. */
export const TRAJECTORY_YEARS = { first: 2025, last: 2030 } as const;

/** A condition with the products, or the years, that do not meet it. */
export interface ReadinessCondition extends Condition {
  readonly missing: readonly string[];
}

const condition = (code: string, message: string, missing: readonly string[]): ReadinessCondition => ({
  code,
  met: missing.length === 0,
  message: missing.length === 0 ? message : `${message} Missing for: ${missing.join(", ")}.`,
  missing,
});

const products = (lines: readonly { readonly product: string }[]): readonly string[] =>
  lines.map(({ product }) => product);

/** What must stand in a roadmap before its ministry validates it, met or not. */
export function readiness(content: RoadmapContent): readonly ReadinessCondition[] {
  const { dependencies, actions, exitPlans } = content;
  const acted = new Set(actions.map(({ dependencyId }) => dependencyId));
  const planned = new Set(exitPlans.map(({ dependencyId }) => dependencyId));
  const idle = dependencies.filter(({ id, target }) => (target === "reduce" || target === "exit") && !acted.has(id));
  const circular = new Set(circularActions(actions));
  const none = { code: "inventory.declared", message: "The inventory has at least one dependency.", missing: [] };
  return [
    { ...none, met: dependencies.length > 0 },
    condition(
      "criteria.scored",
      "Every line has its three criteria.",
      products(dependencies.filter(({ criteria }) => criteria === null)),
    ),
    condition(
      "targets.set",
      "Every line has a target.",
      products(dependencies.filter(({ target }) => target === null)),
    ),
    condition("actions.planned", "What is to be reduced or left has an action.", products(idle)),
    condition(
      "exits.planned",
      "What is essential or vital has an exit plan.",
      products(dependencies.filter((line) => needsExitPlan(line) && !planned.has(line.id))),
    ),
    condition(
      "actions.ordered",
      "No action has to be done before itself.",
      actions.filter(({ id }) => circular.has(id)).map(({ title }) => title),
    ),
    condition("trajectory.covered", "Spend and trajectory cover every year.", missingYears(content)),
  ];
}

function missingYears({ plannedSpend, trajectory }: RoadmapContent): readonly string[] {
  const years = Array.from(
    { length: TRAJECTORY_YEARS.last - TRAJECTORY_YEARS.first + 1 },
    (_, index) => TRAJECTORY_YEARS.first + index,
  );
  const has = (rows: readonly { readonly year: number }[], year: number) => rows.some((each) => each.year === year);
  return years.filter((year) => !has(plannedSpend, year) || !has(trajectory, year)).map(String);
}
