import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { algorithmIn, STANDARD_1_0 } from "../../../../../../test/builders/algorithm-register.schema.js";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { ALGORITHM_REGISTER } from "./algorithm-register.js";
import { csvText, jsonText, writeRegister } from "./write-register.js";

const written = (fields: Parameters<typeof aRegisterEntry>[0] = {}) =>
  writeRegister(ALGORITHM_REGISTER, [aRegisterEntry(fields)]);
const objectOf = (fields: Parameters<typeof aRegisterEntry>[0] = {}): Record<string, unknown> => {
  const [first] = JSON.parse(jsonText(written(fields))) as readonly Record<string, unknown>[];
  return first ?? {};
};

describe("the export to the Dutch register", () => {
  it("has the fields of its standard 1.0, in its order", () => {
    expect(written().header).toEqual(Object.keys(STANDARD_1_0));
  });

  it("is what its intake takes, whatever is declared", () => {
    const long = fc.string({ maxLength: 8000 });
    const links = fc.array(fc.record({ title: fc.string({ minLength: 1, maxLength: 400 }), url: fc.webUrl() }), {
      minLength: 1,
      maxLength: 3,
    });
    const declared = fc.record({
      state: fc.constantFrom("experiment", "evaluated", "deployed", "generalised", "suspended", "retired"),
      functionDomain: fc.option(fc.constantFrom(...Object.keys(ALGORITHM_REGISTER.codes.theme ?? {}))),
      publicationCategory: fc.constantFrom("high_risk_ai", "impactful", "other"),
      ...{ goal: long, risks: long, methods: long, dpiaSummary: fc.option(long), processingRecord: fc.option(long) },
      ...{ legalBasis: links, dataSources: links, suppliers: fc.array(fc.string({ maxLength: 400 })) },
    });
    fc.assert(fc.property(declared, (fields) => void algorithmIn.parse(objectOf(fields))));
  });

  it("says in its own words what the record says", () => {
    expect(objectOf({ publicationCategory: "high_risk_ai", functionDomain: "finance" })).toMatchObject({
      status: "In gebruik",
      publication_category: "Hoog-risico AI-systeem",
      category: ["Overheidsfinanciën"],
      begin_date: "2026-03",
      lawful_basis_grouping: [{ title: "Code de l'action sociale", link: "https://legifrance.example/casf" }],
      impacttoetsen_grouping: [{ title: "AIPD 12 (éd. 1)" }],
      source_data_grouping: [{ title: "Formulaire de demande", link: "https://donnees.example" }],
      lang: "nld",
    });
  });

  it("leaves to the register what it gives itself, and never tells how sensitive the data are", () => {
    const exported = objectOf({ labels: ["personal", "secret_pro", "sren31"] });
    expect(Object.keys(exported)).not.toEqual(expect.arrayContaining(["lars"]));
    expect(Object.keys(exported)).not.toEqual(expect.arrayContaining(["publication_dt"]));
    expect(JSON.stringify(exported)).not.toMatch(/secret_pro|sren31/u);
  });

  it("names what is required and missing: what its file calls required, and the sources of data", () => {
    const asked = Object.entries(STANDARD_1_0).filter(([, { required }]) => required !== false);
    expect(ALGORITHM_REGISTER.columns.filter(({ required }) => required === true).map(({ name }) => name)).toEqual(
      asked.map(([name]) => name),
    );
    expect(written({ dataSources: [] }).missing).toMatchObject([{ columns: ["source_data_grouping"] }]);
  });

  it("is read by people as a table: words behind each other, links below each other", () => {
    const text = csvText(written({ functionDomain: "finance" }));
    expect(text).toContain(",Overheidsfinanciën,");
    expect(text).toContain(",Code de l'action sociale https://legifrance.example/casf,");
  });
});
