import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { ANNEX_VIII_B, ANNEX_VIII_C } from "./annex-viii.js";
import { writeRegister } from "./write-register.js";

type Fields = Parameters<typeof aRegisterEntry>[0];
const cell = (format: typeof ANNEX_VIII_C, fields: Fields) => {
  const { header, rows, missing, notes } = writeRegister(format, [aRegisterEntry(fields)]);
  const row = rows[0];
  return {
    row: row && Object.fromEntries(header.map((name, index) => [name, row[index]])),
    missing: missing[0]?.columns ?? [],
    note: notes[0]?.note ?? null,
  };
};
const sectionC = (fields: Fields = {}) => cell(ANNEX_VIII_C, { aiActClass: "high", annexIii: "employment", ...fields });
const EXCEPTED = {
  ...{ aiActRole: "provider", aiActClass: "minimal", annexIii: "education", article63: "preparatory_task" },
  profiling: false,
  article63Reason: "Il range des pièces que lit ensuite un jury.",
};
const sectionB = (fields: Fields = {}) => cell(ANNEX_VIII_B, { ...EXCEPTED, ...fields });

/** Article 49, paragraphs 4 and 5, with biometrics whatever it serves. */
const NOT_PUBLIC = ["biometrics", "critical_infrastructure", "law_enforcement", "migration"];
const PUBLIC = ["education", "employment", "essential_services", "justice_democracy"];
const STATES = ["idea", "experiment", "evaluated", "deployed", "generalised", "suspended", "retired"];

describe("section C, of public deployers", () => {
  it("says who deploys and who submits, each with an address and a contact, and what was found", () => {
    expect(sectionC().row).toEqual({
      system: "Orientation des demandes",
      deployer_name: "Direction de la cohésion sociale",
      deployer_address: "1 rue inventée, 75001 Paris",
      deployer_contact: "owner@ministry.example",
      submitter_name: "Directrice",
      submitter_address: "1 rue inventée, 75001 Paris",
      submitter_contact: "owner@ministry.example",
      provider_entry_url: "https://eu.example/entry",
      fria_summary: "Risque maîtrisé.",
      dpia_summary: "Risque résiduel faible.",
    });
    expect(sectionC({ postalAddress: null, friaSummary: null }).missing).toEqual([
      "deployer_address",
      "submitter_address",
      "fria_summary",
    ]);
  });

  it("holds a system before it is put into service, and no longer than it may run", () => {
    expect(STATES.filter((state) => sectionC({ state }).row !== undefined)).toEqual([
      "evaluated",
      "deployed",
      "generalised",
      "suspended",
    ]);
  });

  it("remembers the deployer's own entry, and says when there is none", () => {
    expect(sectionC().note).toBeNull();
    expect(sectionC({ deployerEntryUrl: null }).note).toBe("not_registered");
    expect(sectionC({ deployerEntryUrl: null, state: "experiment" })).toMatchObject({
      ...{ row: undefined, note: "not_registered" },
    });
  });

  it.each([
    ["an area and no class", { aiActClass: null, annexIii: "employment" }],
    ["an area, a low class and no exception", { aiActClass: "minimal", annexIii: "employment" }],
    ["the class of high risk and no area", { aiActClass: "high", annexIii: null }],
  ])("lists a system of %s as one to be screened, and publishes nothing", (_, fields) => {
    expect(sectionC({ ...fields, state: "experiment" }).note).toBe("to_be_screened");
    expect(sectionC(fields)).toMatchObject({ row: undefined, note: "to_be_screened" });
  });

  it("is silent on what is no system of annex III", () => {
    expect(sectionC({ aiActClass: "limited", annexIii: null })).toMatchObject({ row: undefined, note: null });
  });
});

describe("section B, of providers that claim an exception", () => {
  it("says the condition of article 6(3), its grounds and where the system is in service", () => {
    expect(sectionB()).toMatchObject({
      row: {
        provider_name: "Direction de la cohésion sociale",
        provider_address: "1 rue inventée, 75001 Paris",
        trade_name: "Orientation des demandes",
        intended_purpose: "Orienter chaque demande vers le bon service",
        article_6_3_condition: "6(3)(d) preparatory task",
        article_6_3_grounds: "Il range des pièces que lit ensuite un jury.",
        status: "in service",
        member_states: "FR",
      },
      missing: [],
      note: null,
    });
  });

  it("is of providers: a deployer enters nothing, and an undeclared role is to be screened", () => {
    expect(sectionB({ aiActRole: "deployer" })).toMatchObject({ row: undefined, note: null });
    expect(sectionB({ aiActRole: null })).toMatchObject({ row: undefined, note: "to_be_screened" });
    expect(sectionB({ aiActClass: null })).toMatchObject({ row: undefined, note: "to_be_screened" });
  });

  it.each([true, null])("excepts nothing that profiles people, or may (%s)", (profiling) => {
    expect(sectionB({ profiling })).toMatchObject({ row: undefined, note: "to_be_screened" });
  });
});

describe("the public files", () => {
  it.each(NOT_PUBLIC)("never hold a system of %s, whatever else is declared", (annexIii) => {
    const declared = fc.record({
      state: fc.constantFrom(...STATES),
      aiActRole: fc.constantFrom("provider", "deployer", null),
      aiActClass: fc.constantFrom("high", "limited", "minimal", "prohibited", null),
      article63: fc.constantFrom("preparatory_task", "detects_patterns", null),
      deployerEntryUrl: fc.constantFrom("https://eu.example/entry", null),
    });
    fc.assert(
      fc.property(declared, (fields) => {
        const entry = aRegisterEntry({ ...fields, annexIii });
        for (const format of [ANNEX_VIII_C, ANNEX_VIII_B]) expect(writeRegister(format, [entry]).rows).toEqual([]);
      }),
    );
  });

  it("say where those are entered instead", () => {
    const notes = (annexIii: string) => [sectionC({ annexIii }).note, sectionB({ annexIii }).note];
    expect(NOT_PUBLIC.map(notes)).toEqual([
      ["secure_section", "secure_section"],
      ["national_register", "national_register"],
      ["secure_section", "secure_section"],
      ["secure_section", "secure_section"],
    ]);
  });

  it.each(PUBLIC)("hold a system of %s in one section, never in both", (annexIii) => {
    expect([sectionC({ annexIii }).row, cell(ANNEX_VIII_B, { aiActClass: "high", annexIii }).row]).toEqual([
      expect.anything(),
      undefined,
    ]);
    expect([sectionB({ annexIii }).row, cell(ANNEX_VIII_C, { ...EXCEPTED, annexIii }).row]).toEqual([
      expect.anything(),
      undefined,
    ]);
  });
});
