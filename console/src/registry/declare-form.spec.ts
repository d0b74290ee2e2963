import { describe, expect, it } from "vitest";
import { EMPTY_FORM, toInput, wrongFields } from "./declare-form";

const right = {
  ...EMPTY_FORM,
  name: "Réponse aux courriers",
  description: "Préparer des réponses aux courriers des usagers.",
  organisationId: "org",
  labels: ["personal"],
  ownerEmail: "agent@economie.example",
  oversight: "Chaque réponse est relue par un agent.",
};

describe("declaration of a use case", () => {
  it("says which fields to correct, in the order of the form", () => {
    expect(wrongFields(EMPTY_FORM)).toEqual(["name", "description", "organisationId"]);
    expect(wrongFields(right)).toEqual([]);
  });
  it("wants an address that looks like one, or none yet", () => {
    expect(wrongFields({ ...right, ownerEmail: "agent" })).toEqual(["ownerEmail"]);
    expect(wrongFields({ ...right, ownerEmail: "" })).toEqual([]);
  });
  it("wants whole tokens", () => {
    expect(wrongFields({ ...right, maxOutputTokens: "10.5" })).toEqual(["maxOutputTokens"]);
    expect(wrongFields({ ...right, maxOutputTokens: "0" })).toEqual(["maxOutputTokens"]);
  });
  it("puts the entry of the record of processing in the file, when there is one", () => {
    expect(toInput({ ...right, processingRecord: " RT-12 " })).toMatchObject({
      dossier: { processingRecord: "RT-12" },
    });
    expect(toInput(right)).not.toHaveProperty("dossier");
  });
  it("sends figures as figures and trims words", () => {
    expect(toInput({ ...right, name: " Tri " })).toMatchObject({ name: "Tri", maxOutputTokens: 1024 });
  });
});
