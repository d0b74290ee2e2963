import { describe, expect, it } from "vitest";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { printedReport } from "../../../../kernel/printed-report.js";
import { inventoryReport, publishedTreatments } from "./published-inventory.js";

const decides = { affectsIndividuals: true, decisionRole: "prepare" };
const published = (fields: Parameters<typeof aRegisterEntry>[0] = {}) =>
  publishedTreatments([aRegisterEntry({ ...decides, ...fields })]);
const page = (fields: Parameters<typeof aRegisterEntry>[0] = {}) =>
  printedReport(inventoryReport(published(fields), "2026-12-03", "fr"), "fr");
const inEnglish = () => printedReport(inventoryReport(published(), "2026-12-03", "en"), "en");

describe("what stands on the public page", () => {
  it("is what takes part in individual decisions and whose publication is declared", () => {
    expect(published().map(({ slug }) => slug)).toEqual(["orientation"]);
    expect(published({ affectsIndividuals: false })).toEqual([]);
    expect(published({ decisionRole: "none" })).toEqual([]);
    expect(published({ publicationCategory: null })).toEqual([]);
    expect(published({ state: "incubation" })).toEqual([]);
  });

  it.each(["dr", "classified"])("is nothing that carries the label %s", (label) => {
    expect(published({ labels: ["personal", label] })).toEqual([]);
  });

  // Article R.311-3-1-2 of the CRPA, and how whoever is concerned is answered.
  it.each([
    "contribution",
    "dataAndSources",
    "parameters",
    "operations",
    "goal",
    "appealRoute",
    "contactEmail",
  ] as const)("lacks nothing that the law asks: without %s it does not stand there", (field) => {
    expect(published({ [field]: null })).toEqual([]);
  });

  it("is in the order of names", () => {
    const named = ["Zèle", "Édition", "Aide"].map((name) => aRegisterEntry({ ...decides, name, slug: name }));
    expect(publishedTreatments(named).map(({ name }) => name)).toEqual(["Aide", "Édition", "Zèle"]);
  });
});

describe("the page", () => {
  it("says days and figures as people write them, and its addresses can be followed", () => {
    const html = page({ goal: 'Aider https://a.example/x?y=1&z=2"><script>' });
    expect(html).toContain("15 mars 2026");
    expect(html).toMatch(/40\s000/u);
    expect(html).toContain('<a href="https://regles.example">https://regles.example</a>');
    expect(html).toContain('<a href="https://a.example/x?y=1&amp;z=2">');
    expect(html).not.toContain("<script>");
    expect(inEnglish()).toContain("15 March 2026");
  });

  it("answers the four items of the law as questions, and says how to ask and to whom to turn", () => {
    const html = page();
    for (const answer of [
      "Quelle part prend-il dans la décision ?",
      "Quelles données utilise-t-il, et d&#39;où viennent-elles ?",
      "Le sujet de la demande compte d'abord, l'urgence ensuite",
      "Lit la demande, la rapproche des services, propose le plus proche",
      "Commission d'accès aux documents administratifs",
      "Recours gracieux",
      "3 décembre 2026",
    ])
      expect(html.replaceAll("'", "&#39;")).toContain(answer.replaceAll("'", "&#39;"));
    expect(html).toContain('lang="fr"');
  });

  it("speaks no word of the registry, and shows no sensitivity label", () => {
    const html = page({ labels: ["personal", "secret_pro"] });
    expect(html).not.toMatch(/secret_pro|decision_role|prepare\b|null|undefined/u);
  });

  it("asks and answers in English what is not the administration's own words", () => {
    const html = inEnglish();
    for (const said of [
      "What part does it take in the decision?",
      "It prepares the decision, which an officer takes after looking at it. Le service voit la proposition",
      "in service",
      "Your rights",
      "Le sujet de la demande compte d'abord",
    ])
      expect(html).toContain(said);
    for (const french of ["Quelle part", "en service", "Il prépare", "À jour au"]) expect(html).not.toContain(french);
    expect(html).toContain('lang="en"');
  });

  it("is text, whatever was declared", () => {
    expect(page({ goal: "<script>alert(1)</script>" })).not.toContain("<script>");
  });
});
