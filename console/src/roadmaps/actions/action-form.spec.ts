import { describe, expect, it } from "vitest";
import type { ActionRow } from "../roadmap-states";
import {
  actionForm,
  progressForm,
  toActionInput,
  toProgressInput,
  wrongActionFields,
  wrongProgressFields,
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

describe("an action", () => {
  it("lists what is missing or wrong", () => {
    expect(wrongActionFields(actionForm(null, "line"))).toEqual(["title", "owner", "start", "end"]);
    expect(wrongActionFields({ ...right, end: "2026-12-31" })).toEqual(["end"]);
    expect(wrongActionFields({ ...right, runDeltaEuros: "−400 000" })).toEqual([]);
    expect(wrongActionFields({ ...right, milestones: [{ title: "", due: "2027-03-01", reached: false }] })).toEqual([
      "milestones",
    ]);
  });

  it("concerns no fewer users than have already moved", () => {
    expect(wrongActionFields({ ...right, usersTotal: "39" }, 40)).toEqual(["usersTotal"]);
    expect(wrongActionFields({ ...right, usersTotal: "40" }, 40)).toEqual([]);
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
    expect(wrongProgressFields({ ...form, usersMigrated: "101" }, 100)).toEqual(["usersMigrated"]);
    expect(wrongProgressFields(form, 100)).toEqual([]);
    expect(toProgressInput({ ...form, blocker: " ", progress: "DONE" })).toEqual({
      progress: "DONE",
      usersMigrated: 40,
      blocker: "",
      evidence: "Rapport",
    });
  });
});
