import { describe, expect, it } from "vitest";
import { aRegisterEntry } from "../../../../../../test/builders/register-entry.builder.js";
import { printedReport } from "../../../../kernel/printed-report.js";
import { decisionTrace, type TracedRequest } from "./decision-trace.js";

const at = Date.parse("2026-11-05T09:30:00Z");
const request = (over: Partial<TracedRequest> = {}): TracedRequest => ({
  ...{ at, requestedModel: "mistral-small", outcome: "served" },
  asked: { labels: [], maxOutputTokens: 200, decisionRef: "CAF/2026-118", toolCalls: 2 },
  ...over,
});
const entry = (fields: Parameters<typeof aRegisterEntry>[0] = {}) =>
  aRegisterEntry({ affectsIndividuals: true, ...fields });
const page = (language: "fr" | "en", fields: Parameters<typeof aRegisterEntry>[0] = {}, requests = [request()]) =>
  printedReport(decisionTrace("CAF/2026-118", [{ entry: entry(fields), requests }], "2026-12-03", language), language);

describe("what an administration answers to whoever a decision concerns", () => {
  // Article R.311-3-1-2 of the CRPA: 1° degree and mode of contribution, 2° data and their sources, 3° parameters and their
  // weighting, 4° operations carried out.
  it.each([
    ["Il aide l'agent qui instruit"],
    ["La demande et ses pièces. Sources : Formulaire de demande."],
    ["Le sujet de la demande compte d'abord, l'urgence ensuite"],
    ["Lit la demande, la rapproche des services, propose le plus proche"],
  ])("says the item of the law: %s", (said) => {
    expect(page("fr")).toContain(said);
    expect(page("en")).toContain(said.startsWith("Il aide") ? "It helps the officer in charge" : said);
  });

  it("says how it was carried out, each time, and under which texts", () => {
    const html = page("fr", {}, [request(), request({ outcome: "refused" })]);
    for (const said of [
      // Clocks in Paris are an hour ahead of UTC in November.
      "5 novembre 2026 à 10:30",
      "3 décembre 2026",
      "mistral-small",
      "refusée par les règles",
      "L. 311-3-1",
      "article 47",
    ])
      expect(html).toContain(said);
    expect(page("en")).toContain("answered to the service");
  });

  it("shows what the law asks for and nobody said as lacking, instead of leaving it out", () => {
    expect(page("fr", { parameters: null })).toContain("[à compléter par le service]");
    expect(page("en", { operations: null })).toContain("[to be completed by the service]");
    expect(page("fr")).not.toContain("[à compléter");
  });

  it("does not say that a person decides where none does", () => {
    expect(page("fr")).toContain("Qui décide");
    expect(page("fr", { decisionRole: "autonomous" })).not.toContain("Qui décide");
  });

  it("tells of a use case that concerns nobody by itself, without inventing its part", () => {
    expect(page("fr", { affectsIndividuals: false, contribution: null })).toContain("[à compléter par le service]");
  });
});
