import { describe, expect, it } from "vitest";
import type { ActionRow } from "../roadmap-states";
import { problemsIn } from "../../parts/form/field-spec";
import { allProblems } from "../../parts/form/use-form";
import type { RoadmapSheet } from "../roadmap-states";
import {
  actionForm,
  actionSpecs,
  type ActionValues,
  progressForm,
  progressSpecs,
  toActionInput,
  toProgressInput,
  wrongAction,
} from "./action-form";

const right = {
  ...actionForm(null, "line"),
  title: "Migrer",
  owner: "Dnum",
  start: "2027-01-01",
  end: "2027-12-31",
};
const stored: ActionRow = {
  id: "action",
  dependencyId: "line",
  type: "MIGRATE",
  title: "Migrer",
  owner: "Dnum",
  start: "2027-01-01",
  end: "2027-12-31",
  oneOffCostEuros: 10,
  runDeltaEuros: -5,
  internalCostEuros: 0,
  source: "Devis",
  usersMigrated: 40,
  usersTotal: 100,
  after: ["other"],
  risk: "HIGH",
  progress: "RUNNING",
  blocker: "Marché en attente",
  evidence: "Rapport",
  milestones: [{ title: "Pilote", due: "2027-03-01", reached: true }],
  blockedBecause: "blocker",
};

const content = {
  dependencies: [{ id: "line", product: "Suite" }],
  actions: [stored, { ...stored, id: "other", title: "Avant" }],
} as unknown as RoadmapSheet["content"];
const wrongIn = (values: ActionValues, present: ActionRow | null = null) => [
  ...allProblems(actionSpecs(String, content, present)(values), values, wrongAction).keys(),
];

describe("an action", () => {
  it("lists what is missing or wrong", () => {
    expect(wrongIn(actionForm(null, "line"))).toEqual(["title", "owner", "start", "end"]);
    expect(wrongIn({ ...right, end: "2026-12-31" })).toEqual(["end"]);
    expect(wrongIn({ ...right, runDeltaEuros: "−400 000" })).toEqual([]);
    expect(wrongIn({ ...right, milestones: JSON.stringify([{ title: "", due: "2027-03-01", reached: "" }]) })).toEqual([
      "milestones",
    ]);
  });

  it("concerns no fewer users than have already moved", () => {
    expect(wrongIn({ ...right, usersTotal: "39" }, stored)).toEqual(["usersTotal"]);
    expect(wrongIn({ ...right, usersTotal: "40" }, stored)).toEqual([]);
  });

  it("may come after the others, not after itself", () => {
    const choices = actionSpecs(String, content, stored)(right).find(({ name }) => name === "after")?.choices;
    expect(choices).toEqual([["other", "Avant"]]);
  });

  it("gives back what is stored, its progress untouched", () => {
    const { id: _id, blockedBecause: _why, ...told } = stored;
    expect(toActionInput(actionForm(stored, ""), stored)).toEqual(told);
  });

  it("costs internal work only when it brings work inside", () => {
    const priced = { ...right, internalCostEuros: "200" };
    expect(toActionInput(priced, null).internalCostEuros).toBe(0);
    expect(toActionInput({ ...priced, type: "INSOURCE" }, null).internalCostEuros).toBe(200);
  });
});

describe("its progress", () => {
  it("moves no more users than are concerned", () => {
    const form = progressForm(stored);
    const wrongIn = (values: typeof form) => [...problemsIn(progressSpecs(String, 100, "of 100"), values).keys()];
    expect(wrongIn({ ...form, usersMigrated: "101" })).toEqual(["usersMigrated"]);
    expect(wrongIn(form)).toEqual([]);
    expect(toProgressInput({ ...form, blocker: " ", progress: "DONE" })).toEqual({
      progress: "DONE",
      usersMigrated: 40,
      blocker: "",
      evidence: "Rapport",
    });
  });
});
