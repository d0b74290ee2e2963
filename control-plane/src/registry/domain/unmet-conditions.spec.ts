import { USE_CASE_STATES } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { aUseCase, RELEASED_DOSSIER } from "../../../../test/builders/ai-use-case.builder.js";
import { EVIDENCE_KINDS } from "./evidence.js";
import { RUNNING_STATES } from "./life-cycle.js";
import { standingOf } from "./use-case-standing.js";
import { unmetConditions } from "./unmet-conditions.js";

const codes = (useCase: Parameters<typeof unmetConditions>[0]) => unmetConditions(useCase).map(({ code }) => code);
const whole = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, "reference"]));

describe("conditions that a running use case no longer meets", () => {
  it("are those of every state it went through", () => {
    expect(codes(aUseCase({ state: "experiment", labels: ["personal"] }))).toEqual(["evidence.dpia"]);
    expect(codes(aUseCase({ state: "deployed", labels: ["personal"], evidence: { sren_test: "x" } }))).toEqual([
      "evidence.dpia",
      "evidence.evaluation",
      "ai_act.screened",
      "evidence.staff_consultation",
      "benefit.expected",
      "evaluation.dated",
      "evidence.homologation",
      "evidence.training_plan",
    ]);
  });

  it("tell an impact assessment that was found needless from one that was done", () => {
    const waived = { dossier: { dpiaWaived: true } };
    expect(codes(aUseCase({ state: "experiment", labels: ["personal"], ...waived }))).toEqual([]);
    const special = { state: "experiment", labels: ["special_category"] } as const;
    expect(codes(aUseCase({ ...special, ...waived }))).toEqual(["evidence.dpia"]);
    expect(codes(aUseCase({ ...special, evidence: { sren_test: "x", dpia: "AIPD 1" } }))).toEqual([]);
    expect(standingOf(aUseCase(waived)).dpia).not.toBe(true);
  });

  it("tell an evaluation that was waived from one that was published; a waiver never makes it independent", () => {
    const evaluated = aUseCase({ state: "evaluated", labels: [], evidence: { evaluation: "evaluation:1" } });
    const waived = { ...evaluated, evidence: { evaluation_waiver: "Décision 12" } };
    expect([codes(evaluated), codes(waived)]).toEqual([
      expect.not.arrayContaining(["evidence.evaluation"]),
      expect.not.arrayContaining(["evidence.evaluation"]),
    ]);
    expect(waived.evidence).not.toHaveProperty("evaluation");
    expect(codes({ ...waived, state: "generalised" })).toContain("evidence.independent_evaluation");
  });

  it.each([
    ["nobody's work changes", { staffEffect: "none" }, {}, true],
    ["work changes, nobody was consulted", {}, {}, false],
    ["work changes, staff was consulted", {}, { staff_consultation: "CSA du 3 mars" }, true],
    ["work changes, none was required", {}, { consultation_waiver: "Note 4" }, true],
    ["high-risk, nobody was told", { staffEffect: "none", dossier: { aiActClass: "high" } }, {}, false],
    ["high-risk, none was required", { dossier: { aiActClass: "high" } }, { consultation_waiver: "Note 4" }, false],
    ["of annex I, none was required", { dossier: { annexI: true } }, { consultation_waiver: "Note 4" }, false],
    ["high-risk, staff was consulted", { dossier: { aiActClass: "high" } }, { staff_consultation: "CSA" }, true],
  ] as const)("ask that staff was consulted: %s", (_case, fields, evidence, met) => {
    const missing = codes(aUseCase({ state: "deployed", ...fields, evidence }));
    expect(missing.includes("evidence.staff_consultation")).toBe(!met);
    expect(codes(aUseCase({ state: "experiment", ...fields, evidence }))).not.toContain("evidence.staff_consultation");
  });

  it("are none when every piece is there, in any state", () => {
    for (const state of RUNNING_STATES)
      expect(codes(aUseCase({ state, labels: ["personal"], evidence: whole, dossier: RELEASED_DOSSIER }))).toEqual([]);
  });

  it("are not asked of what does not run, and of a suspended one in the state it came from", () => {
    const others = USE_CASE_STATES.filter((state) => !RUNNING_STATES.includes(state) && state !== "suspended");
    for (const state of others) expect(codes(aUseCase({ state, labels: [], evidence: {} }))).toEqual([]);
    const stopped = aUseCase({ state: "suspended", suspendedFrom: "evaluated" });
    expect(codes(stopped)).toEqual(["evidence.evaluation"]);
  });
});
