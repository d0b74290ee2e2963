import type { ExerciseOutcome, ExitExerciseInput, ExitPlanInput } from "../../generated/operations";
import { type FieldSpec, figureOf, type FormValues, typedFigure } from "../../parts/form/field-spec";
import { MOST_DAYS, MOST_EUROS } from "../figures";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";

export type ExitField =
  "dependencyId" | "exportFormat" | "durationDays" | "costEuros" | "escrow" | "reversibilityClause";

type Line = RoadmapSheet["content"]["dependencies"][number];

/** Lines that have no exit plan yet; those that need one, being essential or vital and not kept, come first. */
export function linesWithoutExit({ dependencies, exitPlans }: RoadmapSheet["content"]): readonly Line[] {
  const planned = new Set(exitPlans.map(({ dependencyId }) => dependencyId));
  const needs = (line: Line): number =>
    (line.essential || line.criticality === "VITAL") && line.target !== "KEEP" ? 0 : 1;
  return dependencies.filter(({ id }) => !planned.has(id)).toSorted((a, b) => needs(a) - needs(b));
}

/** @param fixed the plan exists: its product stays */
export const exitSpecs = (lines: readonly Line[], days: string, fixed: boolean): readonly FieldSpec<ExitField>[] => [
  { name: "dependencyId", kind: "choice", choices: lines.map(({ id, product }) => [id, product]), fixed },
  { name: "exportFormat", kind: "line" },
  { name: "durationDays", kind: "whole", min: 1, max: MOST_DAYS, unit: days, half: true },
  { name: "costEuros", kind: "whole", min: 0, max: MOST_EUROS, unit: "€", half: true },
  { name: "escrow", kind: "yes" },
  { name: "reversibilityClause", kind: "yes" },
];

const box = (ticked: boolean | undefined): string => (ticked === true ? "yes" : "");

export const exitForm = (present: ExitPlanRow | null, dependencyId: string): FormValues<ExitField> => ({
  dependencyId: present?.dependencyId ?? dependencyId,
  exportFormat: present?.exportFormat ?? "",
  escrow: box(present?.escrow),
  reversibilityClause: box(present?.reversibilityClause),
  durationDays: present === null ? "" : String(present.durationDays),
  costEuros: present === null ? "" : typedFigure(present.costEuros),
});

export const toExitInput = (typed: FormValues<ExitField>): ExitPlanInput => ({
  dependencyId: typed.dependencyId,
  exportFormat: typed.exportFormat.trim(),
  escrow: typed.escrow === "yes",
  reversibilityClause: typed.reversibilityClause === "yes",
  durationDays: figureOf(typed.durationDays),
  costEuros: figureOf(typed.costEuros),
});

const OUTCOMES: readonly ExerciseOutcome[] = ["PASSED", "PARTLY", "FAILED"];

export type ExerciseField = "date" | "days" | "outcome" | "findings";

export const exerciseSpecs = (
  wordOf: (outcome: ExerciseOutcome) => string,
  days: string,
): readonly FieldSpec<ExerciseField>[] => [
  { name: "date", kind: "day", half: true },
  { name: "days", kind: "whole", min: 0, max: MOST_DAYS, unit: days, half: true },
  { name: "outcome", kind: "choice", choices: OUTCOMES.map((one) => [one, wordOf(one)]) },
  { name: "findings", kind: "text", optional: true },
];

/** @param today `YYYY-MM-DD`: an exercise that was held, not one to come */
export const wrongExercise = (
  { date }: Pick<FormValues<ExerciseField>, "date">,
  today: string,
): readonly ExerciseField[] => (date > today ? ["date"] : []);

export const toExerciseInput = (typed: FormValues<ExerciseField>): ExitExerciseInput => ({
  date: typed.date,
  outcome: typed.outcome as ExerciseOutcome,
  days: figureOf(typed.days),
  findings: typed.findings.trim(),
});
