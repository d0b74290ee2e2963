import { describe, expect, it } from "vitest";
import { PUBLISHED_PHASES, TEMPLATE_3_0, TEMPLATE_4_0 } from "../../../../../../test/builders/atrs.template.js";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { ATRS } from "./atrs.js";
import { writeRegister } from "./write-register.js";

const CONCERNED = { affectsIndividuals: true, decisionRole: "prepare" };
const written = (fields: Parameters<typeof aRegisterEntry>[0] = {}) => {
  const { header, rows, missing } = writeRegister(ATRS, [aRegisterEntry({ ...CONCERNED, ...fields })]);
  return {
    row: Object.fromEntries(header.map((name, index) => [name, rows[0]?.[index]])),
    held: rows.length === 1,
    missing: missing[0]?.columns ?? [],
  };
};
/** What a model that is taken as it is leaves blank. */
const OF_DEVELOPMENT = TEMPLATE_4_0.filter(
  ({ section, attribute, required }) =>
    required &&
    (section === "Model Specification" ||
      ["data_quantities", "data_completeness_and_representativeness", "data_collection"].includes(attribute)),
).map(({ attribute }) => attribute);

describe("the template", () => {
  it("names an attribute as its title, in lower case with underscores", () => {
    expect(TEMPLATE_3_0).toHaveLength(65);
    for (const { title, attribute } of TEMPLATE_3_0)
      expect(attribute).toBe(title.toLowerCase().replaceAll(/[\s-]+/gu, "_"));
  });
});

describe("the export to ATRS", () => {
  it("has the fields of version 4.0, each once, in its order, and no other", () => {
    expect(ATRS.columns.map(({ name }) => name)).toEqual(TEMPLATE_4_0.map(({ attribute }) => attribute));
  });

  it("fills each field that the standard requires, and names each that it cannot", () => {
    const required = TEMPLATE_4_0.filter((field) => field.required).map(({ attribute }) => attribute);
    const silent = { ...emptied(), modelRefined: true };
    expect(written({ modelRefined: false }).missing).toEqual([]);
    const filled = required.filter((attribute) => written({ modelRefined: false }).row[attribute] !== "");
    expect(filled).toEqual(required.filter((attribute) => !OF_DEVELOPMENT.includes(attribute)));
    // What every record says, and what the guidance answers for it, is never missing.
    const always = ["title", "organisation_name", "phase", "one_sentence_description", "name", "description"];
    const told = [...always, "website_url", "contact_email", "organisation_or_department", "human_review"];
    expect(written(silent).missing).toEqual(required.filter((attribute) => !told.includes(attribute)));
  });

  it("asks for the model and its development as long as nobody says that it is taken as it is", () => {
    expect(written({ modelRefined: true }).missing).toEqual(OF_DEVELOPMENT);
    expect(written({ modelRefined: null }).missing).toEqual(OF_DEVELOPMENT);
  });

  it("lacks nothing once the development of the body's own model is told, and says it under its own attributes", () => {
    const model = ["modelName", "modelVersion", "modelTask", "modelInput", "modelOutput", "modelArchitecture"];
    const data = ["Datasets", "Quantities", "Representativeness", "Collection", "Cleaning"];
    const fields = [...model, "modelPerformance", ...data.map((each) => `development${each}`)];
    const told = Object.fromEntries(fields.map((field) => [field, `dit de ${field}`]));
    const { missing, row } = written({ modelRefined: true, ...told });
    expect(missing).toEqual([]);
    expect(row).toMatchObject({
      model_performance: "dit de modelPerformance",
      datasets_and_their_purposes: "dit de developmentDatasets",
      data_cleaning: "dit de developmentCleaning",
    });
  });

  it("names phases as GOV.UK does", () => {
    const states = ["experiment", "evaluated", "deployed", "generalised", "suspended", "retired"];
    for (const state of states) expect(PUBLISHED_PHASES).toContain(written({ state }).row.phase);
  });

  it("says whether a third party takes part, and what there is of it", () => {
    expect(written().row).toMatchObject({ third_party_involvement: "Yes", third_party: "Éditeur A; Éditeur B" });
    expect(written({ thirdParty: false, suppliers: [], supplierRole: null }).row).toMatchObject({
      ...{ third_party_involvement: "No", third_party: "N/A", third_party_role: "N/A" },
    });
    expect(written({ thirdParty: null, suppliers: [] }).missing).toContain("third_party_involvement");
  });

  it("is of tools with an effect on the public", () => {
    expect(written({ affectsIndividuals: false, facesUsers: true }).held).toBe(true);
    expect(written({ affectsIndividuals: false, facesUsers: false }).held).toBe(false);
    expect(written({ publicationCategory: null }).held).toBe(false);
  });
});

function emptied(): Parameters<typeof aRegisterEntry>[0] {
  const entry = aRegisterEntry();
  const texts = ["geographicScope", "team", "responsibleRole", "publicPage", "longDescription", "processIntegration"];
  const more = ["frequency", "training", "architecture", "systemInput", "systemOutput", "maintenance", "risks"];
  const data = ["dataDescription", "sensitiveAttributes", "dataSharing", "dataAccess", "thirdParty"];
  const lists = ["benefits", "models", "dataSources", "modalities", "assessmentSummaries", "suppliers"];
  const none = (names: readonly string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
  return { ...entry, ...CONCERNED, ...none([...texts, ...more, ...data], null), ...none(lists, []) };
}
