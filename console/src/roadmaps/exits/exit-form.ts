import type { ExerciseOutcome, ExitExerciseInput, ExitPlanInput } from "../../generated/operations";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";
import { figureOf, isWhole, MOST_DAYS, MOST_EUROS, typedFigure } from "../typed-figures";

export interface ExitForm {
  readonly dependencyId: string;
  readonly exportFormat: string;
  readonly escrow: boolean;
  readonly reversibilityClause: boolean;
  readonly durationDays: string;
  readonly costEuros: string;
}

type Line = RoadmapSheet["content"]["dependencies"][number];

/** Lines that have no exit plan yet; those that need one, being essential or vital and not kept, come first. */
export function linesWithoutExit({ dependencies, exitPlans }: RoadmapSheet["content"]): readonly Line[] {
  const planned = new Set(exitPlans.map(({ dependencyId }) => dependencyId));
  const needs = (line: Line): number =>
    (line.essential || line.criticality === "VITAL") && line.target !== "KEEP" ? 0 : 1;
  return dependencies.filter(({ id }) => !planned.has(id)).toSorted((a, b) => needs(a) - needs(b));
}

export const exitForm = (present: ExitPlanRow | null, dependencyId: string): ExitForm => ({
  dependencyId: present?.dependencyId ?? dependencyId,
  exportFormat: present?.exportFormat ?? "",
  escrow: present?.escrow ?? false,
  reversibilityClause: present?.reversibilityClause ?? false,
  durationDays: present === null ? "" : String(present.durationDays),
  costEuros: present === null ? "" : typedFigure(present.costEuros),
});

export function wrongExitFields(form: ExitForm): readonly (keyof ExitForm)[] {
  const checks: readonly [keyof ExitForm, boolean][] = [
    ["exportFormat", form.exportFormat.trim() !== ""],
    ["durationDays", isWhole(form.durationDays, 1, MOST_DAYS)],
    ["costEuros", isWhole(form.costEuros, 0, MOST_EUROS)],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toExitInput = (form: ExitForm): ExitPlanInput => ({
  ...form,
  exportFormat: form.exportFormat.trim(),
  durationDays: figureOf(form.durationDays),
  costEuros: figureOf(form.costEuros),
});

export const OUTCOMES: readonly ExerciseOutcome[] = ["PASSED", "PARTLY", "FAILED"];

export interface ExerciseForm {
  readonly date: string;
  readonly outcome: ExerciseOutcome;
  readonly days: string;
  readonly findings: string;
}

export const emptyExercise: ExerciseForm = { date: "", outcome: "PARTLY", days: "", findings: "" };

/** @param today `YYYY-MM-DD`: an exercise that was held, not one to come */
export function wrongExerciseFields(form: ExerciseForm, today: string): readonly (keyof ExerciseForm)[] {
  const checks: readonly [keyof ExerciseForm, boolean][] = [
    ["date", form.date !== "" && form.date <= today],
    ["days", isWhole(form.days, 0, MOST_DAYS)],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toExerciseInput = (form: ExerciseForm): ExitExerciseInput => ({
  ...form,
  days: figureOf(form.days),
  findings: form.findings.trim(),
});
