import { describe, expect, it } from "vitest";
import { problemsIn } from "../../parts/form/field-spec";
import { draftOf, KINDS, specsOf, typedFrom } from "./assessment-form";

const words = (key: string): string => key;

describe("the form of an assessment", () => {
  it.each(KINDS)("of kind %s sends exactly its own answers", (kind) => {
    const draft = draftOf(kind, "uc-1", { reference: "Note 1" });
    const given = Object.keys(draft).filter((key) => !["useCaseId", "reference", "reviewOn"].includes(key));
    expect(given).toEqual([
      {
        ...{ AI_ACT_SCREENING: "screening", SREN: "sren", DPIA: "dpia", FRIA: "fria" },
        ...{ HOMOLOGATION: "homologation", STAFF_CONSULTATION: "consultation" },
      }[kind],
    ]);
  });

  it.each(KINDS)("of kind %s asks everything that it sends, once", (kind) => {
    const names = specsOf(kind, words).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const typed = Object.fromEntries(names.map((name) => [name, `typed ${name}`]));
    expect(JSON.stringify(draftOf(kind, "uc-1", typed))).not.toContain('""');
  });

  it("keeps the two criteria of article 31 apart", () => {
    const typed = { sensitiveByUse: "yes", harms: "PUBLIC_ORDER,HEALTH_LIFE", reasoning: " Mission ", reference: "N" };
    expect(draftOf("SREN", "uc-1", typed).sren).toEqual({
      ...{ sensitiveByNature: false, sensitiveByUse: true },
      ...{ harms: ["PUBLIC_ORDER", "HEALTH_LIFE"], reasoning: "Mission" },
    });
  });

  it("begins from what the last edition answered", () => {
    const answers = { sensitiveByNature: true, sensitiveByUse: false, harms: ["public_order"], reasoning: "Secret" };
    const typed = typedFrom(answers, "Note 1");
    expect(draftOf("SREN", "uc-1", typed).sren).toMatchObject({ sensitiveByNature: true, harms: ["PUBLIC_ORDER"] });
    expect(typedFrom({ harms: "Erreur d’orientation" }, "N").harmsToPeople).toBe("Erreur d’orientation");
    expect(problemsIn(specsOf("SREN", words), typed).size).toBe(0);
  });
});
