import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAssessment, sampleAnswers } from "../../../../../../test/builders/desk.builder.js";
import { AI_ACT_DUTIES, dutiesOf, type DutyFacts } from "./ai-act-duties.js";
import { ANSWERS, classOf } from "./answers.js";
import { ASSESSMENT_KINDS, concluded, questioned, redrafted } from "./assessment.js";
import { effectOf, evidenceReference } from "./effects.js";
import { standingOf } from "./requirement.js";

const screening = (fields: object) => ({ ...sampleAnswers.ai_act_screening, ...fields });

describe("answers", () => {
  it.each(ASSESSMENT_KINDS)("of a sample %s are taken, and nothing beside them", (kind) => {
    expect(ANSWERS[kind].safeParse(sampleAnswers[kind]).success).toBe(true);
    expect(ANSWERS[kind].safeParse({ ...sampleAnswers[kind], extra: 1 }).success).toBe(false);
  });

  it.each([
    [
      "a ground of article 6(3) without its reason",
      "ai_act_screening",
      screening({ annexIii: "employment", article63: "preparatory_task" }),
    ],
    [
      "a ground without a point of annex III",
      "ai_act_screening",
      screening({ article63: "preparatory_task", article63Reason: "Trie" }),
    ],
    [
      "a ground for what profiles people",
      "ai_act_screening",
      screening({ annexIii: "employment", article63: "preparatory_task", article63Reason: "Trie", profiling: true }),
    ],
    ["a required analysis without its day", "dpia", { ...sampleAnswers.dpia, doneOn: null }],
    [
      "an accreditation that ends before it begins",
      "homologation",
      { ...sampleAnswers.homologation, endsOn: "2020-01-01" },
    ],
    [
      "a consultation that was required without its day",
      "staff_consultation",
      { ...sampleAnswers.staff_consultation, consultedOn: null },
    ],
    [
      "a consultation that was not required with a day",
      "staff_consultation",
      { ...sampleAnswers.staff_consultation, consultationRequired: false },
    ],
    ["a day that does not exist", "fria", { ...sampleAnswers.fria, notifiedOn: "2026-02-30" }],
  ] as const)("refuse %s", (_what, kind, answers) => {
    expect(ANSWERS[kind].safeParse(answers).success).toBe(false);
  });
});

describe("the class of a system", () => {
  it.each([
    ["prohibited", { prohibitedPractice: "social_scoring", annexIii: "employment" }],
    ["high", { annexI: true }],
    ["high", { annexIii: "employment" }],
    ["high", { annexIii: "essential_services", profiling: true }],
    ["limited", { annexIii: "employment", article63: "preparatory_task", article63Reason: "Trie", facesUsers: true }],
    ["limited", { generatesContent: true }],
    ["minimal", { annexIii: "employment", article63: "preparatory_task", article63Reason: "Trie" }],
    ["minimal", {}],
  ] as const)("is %s", (expected, fields) => {
    expect(classOf(ANSWERS.ai_act_screening.parse(screening(fields)))).toBe(expected);
  });
});

describe("what a conclusion puts on the file", () => {
  it("meets article 31 only when both criteria are met", () => {
    const dossier = (fields: object) =>
      effectOf({ kind: "sren", answers: { ...sampleAnswers.sren, ...fields } }).dossier;
    expect(dossier({ sensitiveByNature: false, sensitiveByUse: true, harms: ["public_order"] })).toEqual({
      srenSensitive: true,
      srenHarm: true,
    });
    expect(dossier({ sensitiveByNature: true, harms: [] })).toEqual({ srenSensitive: true, srenHarm: false });
    expect(dossier({ sensitiveByNature: false, sensitiveByUse: false, harms: ["health_life"] })).toEqual({
      srenSensitive: false,
      srenHarm: true,
    });
  });

  it("raises the label of article 31 with both criteria, and with no one of them", () => {
    const raised = (fields: object) =>
      effectOf({ kind: "sren", answers: { ...sampleAnswers.sren, ...fields } }).raisedLabels;
    expect(raised({ sensitiveByNature: true, harms: ["health_life"] })).toEqual(["sren31"]);
    expect(raised({ sensitiveByNature: true })).toEqual([]);
    expect(raised({ harms: ["health_life"] })).toEqual([]);
  });

  it("is the piece that guards ask for, with the edition behind it", () => {
    const pieces = ASSESSMENT_KINDS.map((kind) => effectOf({ kind, answers: sampleAnswers[kind] }).evidence);
    expect(pieces).toEqual([null, "fria", "dpia", "sren_test", "homologation", "staff_consultation"]);
    const consultation = { consultationRequired: false, consultedOn: null, reasoning: "Hors du champ du comité" };
    // Found not to be required, it is another piece, and the one before it stands no longer.
    expect(effectOf({ kind: "staff_consultation", answers: consultation })).toMatchObject({
      ...{ evidence: "consultation_waiver", withdrawn: "staff_consultation" },
    });
    const waived = effectOf({ kind: "dpia", answers: { ...sampleAnswers.dpia, required: false } });
    expect(waived).toMatchObject({ evidence: null, withdrawn: "dpia", dossier: { dpiaWaived: true } });
    expect(evidenceReference({ reference: "AIPD 12", edition: 3 })).toBe("AIPD 12 (éd. 3)");
  });
});

describe("an edition", () => {
  it("is changed while it is a draft, then only questioned", () => {
    const draft = anAssessment();
    const change = { answers: sampleAnswers.sren, reference: "Note 2", draftedBy: "declarant", reviewOn: null };
    expect(redrafted(draft, change)).toMatchObject({ value: { reference: "Note 2", version: 2 } });
    const done = concluded(draft, "validator", new Date());
    if (!done.ok) throw new Error("refused");
    expect(redrafted(done.value, change)).toMatchObject({ refusal: { code: "assessment.concluded" } });
    expect(questioned(draft, "Trop court")).toMatchObject({ refusal: { code: "assessment.not_done" } });
    expect(questioned(done.value, "Trop court")).toMatchObject({ value: { state: "to_review" } });
  });

  it("stands by its editions, by what the registry has, or by what is required", () => {
    const facts = { labels: ["personal"], aiActClass: null, staffEffect: "none", held: [] };
    const done = anAssessment({ kind: "dpia", state: "done", reviewOn: "2027-01-01" });
    const standing = (...[given, editions, today]: [typeof facts | object, readonly (typeof done)[], string]) =>
      standingOf("dpia", { ...facts, ...given }, editions, today);
    expect(standing({}, [], "2026-09-01")).toBe("required");
    expect(standing({ labels: ["internal"] }, [], "2026-09-01")).toBe("not_required");
    expect(standing({ held: ["dpia"] }, [], "2026-09-01")).toBe("recorded");
    expect(standing({}, [done], "2026-12-31")).toBe("done");
    expect(standing({}, [done], "2027-01-01")).toBe("to_review");
    expect(standing({}, [done, anAssessment({ kind: "dpia", state: "draft", edition: 2 })], "2026-12-31")).toBe(
      "in_progress",
    );
    expect(standingOf("fria", { ...facts, aiActClass: "high" }, [], "2026-09-01")).toBe("required");
    const consultation = (given: object) => standingOf("staff_consultation", { ...facts, ...given }, [], "2026-09-01");
    expect(consultation({})).toBe("not_required");
    expect(consultation({ staffEffect: "augmentation" })).toBe("required");
    expect(consultation({ aiActClass: "high" })).toBe("required");
  });
});

describe("dated duties", () => {
  const facts = (fields: Partial<DutyFacts> = {}): DutyFacts => ({
    ...{ role: "deployer", beginsOn: null },
    class: "high",
    prohibitedPractice: null,
    annexI: false,
    annexIii: "employment",
    facesUsers: false,
    generatesContent: false,
    recognisesPeople: false,
    met: { fria: false, oversight: true },
    ...fields,
  });
  const at = (day: string, given = facts()) => dutiesOf(given, day);

  it("of annex III bind on 2 December 2027 and not the day before", () => {
    const fria = (day: string) => at(day).find(({ code }) => code === "fria");
    expect(fria("2027-12-01")).toMatchObject({ from: "2027-12-02", met: false, late: false });
    expect(fria("2027-12-02")).toMatchObject({ late: true });
    expect(at("2027-12-02").find(({ code }) => code === "oversight")).toMatchObject({ met: true, late: false });
    expect(at("2027-12-02").find(({ code }) => code === "monitoring")).toMatchObject({ met: null, late: false });
  });

  it("of a product of annex I bind on 2 August 2028, without those of annex III", () => {
    const product = facts({ annexI: true, annexIii: null, met: { oversight: false, fria: false } });
    const late = (day: string) =>
      at(day, product)
        .filter((each) => each.late)
        .map(({ code }) => code);
    expect([late("2027-12-02"), late("2028-08-01"), late("2028-08-02")]).toEqual([[], [], ["oversight"]]);
    const codes = at("2028-08-02", product).map(({ code }) => code);
    for (const code of ["fria", "registration", "registered_system", "people"]) expect(codes).not.toContain(code);
    // Of both annexes, or of an annex that nobody named: the sooner day.
    for (const given of [{ annexI: true }, { annexI: null, annexIii: null }])
      expect(
        at("2027-12-02", facts({ ...given, met: { fria: false } })).find(({ code }) => code === "fria"),
      ).toMatchObject({ from: "2027-12-02", late: true });
  });

  it("forbid the practice added in 2026 from its own day", () => {
    const given = facts({ class: "prohibited", prohibitedPractice: "intimate_imagery" });
    const prohibition = (day: string) => at(day, given).find(({ code }) => code === "prohibition")?.late;
    expect([prohibition("2026-12-01"), prohibition("2026-12-02")]).toEqual([false, true]);
    const older = facts({ class: "prohibited", prohibitedPractice: "social_scoring" });
    expect(at("2026-12-01", older).find(({ code }) => code === "prohibition")).toMatchObject({ from: "2025-02-02" });
  });

  it("inform the workers of every high-risk system: what duties are judged by does not tell the area", () => {
    const codes = (fields: Partial<DutyFacts>) => at("2026-09-01", facts(fields)).map(({ code }) => code);
    for (const role of ["deployer", "provider", null]) expect(codes({ role })).toContain("workers");
    expect(codes({ class: "limited" })).not.toContain("workers");
  });

  it("bind whoever provides the system to more than whoever deploys it, and whoever did not say to the same", () => {
    const codes = (role: string | null) => at("2026-09-01", facts({ role })).map(({ code }) => code);
    const added = codes("provider").filter((code) => !codes("deployer").includes(code));
    expect(added).toEqual(["provider_quality", "provider_conformity", "provider_registration", "provider_monitoring"]);
    expect(codes(null)).toEqual(codes("provider"));
  });

  it.each([
    ["new", "2026-09-15", "2026-08-02"],
    ["of the very day", "2026-08-02", "2026-08-02"],
    ["on the market before", "2026-08-01", "2026-12-02"],
    ["of which nobody said since when", null, "2026-08-02"],
  ])("mark what a system generates, %s, from its day on", (_what, beginsOn, from) => {
    const given = facts({ role: "provider", generatesContent: true, beginsOn, met: { machine_marking: false } });
    const marking = (day: string) => at(day, given).find(({ code }) => code === "machine_marking");
    const eve = from === "2026-08-02" ? "2026-08-01" : "2026-12-01";
    expect([marking(eve), marking(from)]).toMatchObject([
      { from, late: false },
      { from, late: true },
    ]);
    const deployed = at(from, { ...given, role: "deployer" });
    expect(deployed.some(({ code }) => code === "machine_marking")).toBe(false);
  });

  it("come soonest first, are in both languages, and only grow late with time", () => {
    const all = facts({ facesUsers: true, generatesContent: true, recognisesPeople: true });
    const days = at("2026-09-01", all).map(({ from }) => from);
    expect(days).toEqual(days.toSorted());
    expect(AI_ACT_DUTIES.every(({ fr, en }) => fr.length > 5 && en.length > 5)).toBe(true);
    const day = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const late = (when: string) => at(when, all).filter((each) => each.late).length;
    fc.assert(fc.property(day, day, (a, b) => a > b || late(a) <= late(b)));
  });
});
