import { describe, expect, it } from "vitest";
import type { RoadmapSheet } from "../roadmap-states";
import { type FormValues, problemsIn } from "../../parts/form/field-spec";
import { allProblems } from "../../parts/form/use-form";
import {
  type ExerciseField,
  exerciseSpecs,
  exitForm,
  exitSpecs,
  linesWithoutExit,
  toExerciseInput,
  toExitInput,
  wrongExercise,
} from "./exit-form";

const plan = {
  id: "plan",
  dependencyId: "line",
  exportFormat: "OVF",
  escrow: true,
  reversibilityClause: false,
  durationDays: 90,
  costEuros: 1000,
  exercises: [],
};

describe("an exit plan", () => {
  it("lists what is missing, and gives back what is stored", () => {
    expect([...problemsIn(exitSpecs([], "days", false), exitForm(null, "line")).keys()]).toEqual([
      "exportFormat",
      "durationDays",
      "costEuros",
    ]);
    const { id: _id, exercises: _exercises, ...told } = plan;
    expect(toExitInput(exitForm(plan, ""))).toEqual(told);
  });

  it("is offered for lines without one, those that need it first", () => {
    const line = (id: string, fields: object = {}) => ({
      id,
      essential: false,
      criticality: "LOW",
      target: "EXIT",
      ...fields,
    });
    const content = {
      dependencies: [
        line("planned", { essential: true }),
        line("may"),
        line("kept", { essential: true, target: "KEEP" }),
        line("vital", { criticality: "VITAL" }),
      ],
      exitPlans: [{ ...plan, dependencyId: "planned" }],
    } as unknown as RoadmapSheet["content"];
    expect(linesWithoutExit(content).map(({ id }) => id)).toEqual(["vital", "may", "kept"]);
  });
});

describe("an exercise", () => {
  it("was held, not to come, and took a whole number of days", () => {
    const empty = { date: "", days: "", outcome: "PARTLY", findings: "" };
    const wrongIn = (values: FormValues<ExerciseField>, today: string) => [
      ...allProblems(exerciseSpecs(String, "days"), values, (typed) => wrongExercise(typed, today)).keys(),
    ];
    const held = { ...empty, date: "2026-11-30", days: "4" };
    expect(wrongIn(empty, "2026-11-30")).toEqual(["date", "days"]);
    expect(wrongIn(held, "2026-11-30")).toEqual([]);
    expect(wrongIn(held, "2026-11-29")).toEqual(["date"]);
    expect(toExerciseInput({ ...held, findings: " Tout sort. " })).toEqual({
      date: "2026-11-30",
      outcome: "PARTLY",
      days: 4,
      findings: "Tout sort.",
    });
  });
});
