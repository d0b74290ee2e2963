import { describe, expect, it } from "vitest";
import { problemsIn } from "../parts/form/field-spec";
import { type DeclareValues, declareSpecs, NEW_DECLARATION, toInput } from "./declare-form";

const specs = declareSpecs(String, []);
const wrongIn = (values: Partial<DeclareValues>) => [...problemsIn(specs, values).keys()];
const empty = { ...Object.fromEntries(specs.map(({ name }) => [name, ""])), ...NEW_DECLARATION } as DeclareValues;

const right = {
  ...empty,
  name: "Réponse aux courriers",
  description: "Préparer des réponses aux courriers des usagers.",
  organisationId: "org",
  labels: "personal",
  decisionRole: "PREPARE",
  affectsIndividuals: "no",
  staffEffect: "AUGMENTATION",
  ownerEmail: "agent@economie.example",
  oversight: "Chaque réponse est relue par un agent.",
};

describe("declaration of a use case", () => {
  it("says which fields to correct, in the order of the form", () => {
    expect(wrongIn(empty)).toEqual([
      "name",
      "description",
      "organisationId",
      "decisionRole",
      "affectsIndividuals",
      "staffEffect",
    ]);
    expect(wrongIn(right)).toEqual([]);
  });
  it("wants an address that looks like one, or none yet", () => {
    expect(wrongIn({ ...right, ownerEmail: "agent" })).toEqual(["ownerEmail"]);
    expect(wrongIn({ ...right, ownerEmail: "" })).toEqual([]);
  });
  it("wants whole tokens", () => {
    expect(wrongIn({ ...right, maxOutputTokens: "10.5" })).toEqual(["maxOutputTokens"]);
    expect(wrongIn({ ...right, maxOutputTokens: "0" })).toEqual(["maxOutputTokens"]);
  });
  it("puts the entry of the record of processing in the file, when there is one", () => {
    expect(toInput({ ...right, processingRecord: " RT-12 " })).toMatchObject({
      dossier: { processingRecord: "RT-12" },
    });
    expect(toInput(right)).not.toHaveProperty("dossier");
  });
  it("sends figures as figures and trims words", () => {
    expect(toInput({ ...right, name: " Tri " })).toMatchObject({
      name: "Tri",
      maxOutputTokens: 1024,
      labels: ["personal"],
    });
  });
});
