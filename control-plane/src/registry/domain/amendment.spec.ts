import { DATA_LABELS, USE_CASE_STATES, type UseCaseState } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { agreed, amend, type Amendment } from "./amendment.js";
import { FINAL_STATES, RUNNING_STATES } from "./life-cycle.js";
import { MATERIAL_FIELDS } from "./material.js";
import { transition } from "./transitions.js";

const LIVING = USE_CASE_STATES.filter((each) => !FINAL_STATES.includes(each));
const QUALIFIED = LIVING.filter((each) => each !== "idea");
const useCaseIn = (state: UseCaseState, fields: Parameters<typeof aUseCase>[0] = {}) =>
  aUseCase({ state, suspendedFrom: state === "suspended" ? "incubation" : null, ...fields });

/** Every way in which a declarant would better the verdict on what he declared. */
const WISHES: readonly Amendment[] = [
  { labels: [] },
  { decisionRole: "none" },
  { staffEffect: "none" },
  { maxOutputTokens: 1_000_000 },
  { serviceClass: "batch" },
  { oversight: "Un agent relit et signe chaque texte." },
  { dossier: { aiActClass: "minimal", annexIii: null, prohibitedPractice: null } },
  { dossier: { article63: "preparatory_task" } },
  { dossier: { aiActRole: "deployer" } },
  { dossier: { evaluationDueOn: "2031-01-01" } },
  { dossier: { exitPlan: "Oui", exitPlanEndsOn: "2031-01-01", proprietary: false } },
  { dossier: { healthForThirdParty: false } },
  { dossier: { srenSensitive: false, srenHarm: false } },
  { dossier: { processingRecord: "RT-1", providerEntryUrl: "https://europa.example/1" } },
  { dossier: { deployerEntryUrl: "https://europa.example/2" } },
  { dossier: { facesUsers: false, disclosure: "Une IA", humanChannel: "3939" } },
];

describe("amending a declared use case", () => {
  it("writes at once what no rule and no guard reads", () => {
    for (const state of LIVING) {
      const before = useCaseIn(state, { version: 4 });
      const after = amend(before, { name: "Relecture", dossier: { team: "Pôle courrier" } }, "declarant");
      expect(after).toMatchObject({
        ok: true,
        value: { useCase: { state, version: 5, name: "Relecture", amendedBy: null }, proposed: [] },
      });
    }
  });

  it("lets one person change nothing that a verdict reads, once somebody else qualified it", () => {
    const bad = {
      decisionRole: "autonomous",
      staffEffect: "substitution",
      oversight: "",
      dossier: {
        ...({ aiActClass: "high", annexIii: "employment", prohibitedPractice: "manipulation" } as const),
        ...{ proprietary: true, evaluationDueOn: "2021-01-01", srenSensitive: true, srenHarm: true, facesUsers: true },
      },
    } as const;
    for (const state of QUALIFIED)
      for (const wish of WISHES) {
        const before = useCaseIn(state, bad);
        const after = amend(before, wish, "declarant");
        if (!after.ok) throw new Error(after.refusal.message);
        expect(after.value).toMatchObject({ useCase: { ...before, version: 2 }, written: [] });
        expect(after.value.proposed.length).toBeGreaterThan(0);
      }
    expect(amend(useCaseIn("idea", bad), { decisionRole: "none" }, "declarant")).toMatchObject({
      ok: true,
      value: { useCase: { decisionRole: "none" }, proposed: [] },
    });
  });

  it("lets labels be raised by one person in any state, and lowered by none", () => {
    for (const state of QUALIFIED)
      for (const label of DATA_LABELS) {
        const before = useCaseIn(state, { labels: ["internal"] });
        const labels = [...new Set(["internal" as const, label])];
        expect(amend(before, { labels }, "declarant")).toMatchObject({ ok: true, value: { useCase: { labels } } });
        expect(amend(useCaseIn(state, { labels }), { labels: ["public"] }, "declarant")).toMatchObject({
          value: { useCase: { labels }, proposed: [{ field: "labels", before: labels, after: ["public"] }] },
        });
      }
  });

  it("is over when the use case is", () => {
    for (const state of FINAL_STATES)
      for (const act of [amend(useCaseIn(state), { name: "Autre" }, "x"), agreed(useCaseIn(state), [])])
        expect(act).toMatchObject({ ok: false, refusal: { code: "use_case.ended" } });
  });

  it("makes of everybody who wrote an idea a declarant, who does not validate either", () => {
    const after = amend(aUseCase(), { decisionRole: "prepare" }, "colleague");
    if (!after.ok) throw new Error(after.refusal.message);
    const may = (by: string, authors: readonly string[] = []) =>
      transition(after.value.useCase, "qualified", { by, authors }).ok;
    expect(["declarant", "colleague", "validator"].map((by) => may(by))).toEqual([false, false, true]);
    expect(may("validator", ["validator"])).toBe(false);
  });

  it("lets two people agree on what stands against a use case, but take out nothing that it must go on saying", () => {
    for (const state of RUNNING_STATES) {
      const change = (field: string, after: unknown) => agreed(useCaseIn(state), [{ field, before: null, after }]);
      expect(change("dossier.prohibitedPractice", "social_scoring")).toMatchObject({ ok: true, value: { state } });
      for (const [field, after] of [
        ["ownerEmail", ""],
        ["oversight", ""],
        ["labels", []],
      ] as const)
        expect(change(field, after)).toMatchObject({
          ok: false,
          refusal: { kind: "GuardRefusal" },
        });
      const both = ["srenSensitive", "srenHarm"].map((key) => ({ field: `dossier.${key}`, before: null, after: true }));
      expect(agreed(useCaseIn(state), both)).toMatchObject({ ok: false });
    }
  });

  it("writes over the fields of the dossier that are given, and takes out those that are null", () => {
    const before = aUseCase({ dossier: { team: "A", goal: "B", agents: 3 } });
    const after = amend(before, { dossier: { team: "C", goal: null } }, "declarant");
    expect(after).toMatchObject({ ok: true });
    if (after.ok) expect(after.value.useCase.dossier).toEqual({ team: "C", agents: 3 });
  });

  it("calls material what the form has to call so", () => {
    for (const field of ["labels", "staffEffect", "oversight", "aiActClass", "evaluationDueOn", "exitPlan"])
      expect(MATERIAL_FIELDS).toContain(field);
    for (const field of ["name", "team", "goal"]) expect(MATERIAL_FIELDS).not.toContain(field);
  });
});
