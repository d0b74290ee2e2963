import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UseCase } from "../../generated/operations";
import type { Sheet } from "../sheet";
import { changedFields, changeOf, divergences, materialChanges, rebased, valuesOf } from "./amend-form";
import { type FieldSpec, problemOf } from "../../parts/form/field-spec";
import { makeFormat } from "../../i18n/format";
import { AMEND_SPECS, type AmendField, amendSpecs } from "./dossier-fields";
import { wordsOf } from "./field-words";

const sheet = {
  name: "Courriers",
  description: "Préparer des réponses",
  labels: ["personal", "internal"],
  serviceClass: "STANDARD",
  maxOutputTokens: 1024,
  decisionRole: "ASSIST",
  affectsIndividuals: false,
  staffEffect: "NONE",
  ownerEmail: "responsable@economie.example",
  oversight: "Un agent relit.",
  dossier: {
    agents: 8000,
    facesUsers: false,
    models: ["redaction-24b"],
    benefits: [{ name: "Temps", kind: "EXPECTED", value: 12.5, unit: "min", on: null, source: null }],
  },
} as unknown as Sheet;
const seen = valuesOf(sheet);
const written = (change: Partial<Record<AmendField, string>>) => ({ ...seen, ...change });
const specOf = (name: AmendField): FieldSpec => {
  const found = amendSpecs(String).find((spec) => spec.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe("the form", () => {
  it("is shown every field of the dossier that it writes", () => {
    const fragment = /fragment DossierFields on UseCaseDossier \{([^]*?)\n\}/u.exec(UseCase.text)?.[1] ?? "";
    const shown = [...fragment.matchAll(/^ {2}(\w+)/gmu)].map(([, name]) => name);
    const written = AMEND_SPECS.filter(({ section }) => section !== "DECLARED").map(({ name }) => name);
    expect(written.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe("changeOf", () => {
  it("sends nothing when nothing was written over", () => {
    expect(changeOf(seen, valuesOf(sheet))).toEqual({});
  });

  it("sends what was written over, and takes out what was emptied", () => {
    const after = written({ name: "Courriers clairs", agents: "", facesUsers: "yes", goal: "Répondre mieux" });
    expect(changeOf(seen, after)).toEqual({
      name: "Courriers clairs",
      dossier: { agents: null, facesUsers: true, goal: "Répondre mieux" },
    });
  });

  it("writes lists and rows whole", () => {
    const rows = [{ linkTitle: "Code", linkUrl: "https://legifrance.example/1" }];
    const after = written({
      models: "a\n\nb",
      modalities: "TEXT,AUDIO",
      legalBasis: JSON.stringify(rows),
      benefits: "[]",
    });
    expect(changeOf(seen, after)).toEqual({
      dossier: {
        models: ["a", "b"],
        modalities: ["TEXT", "AUDIO"],
        legalBasis: [{ title: "Code", url: "https://legifrance.example/1" }],
        benefits: null,
      },
    });
  });
});

describe("materialChanges", () => {
  const running = { ...sheet, materialFields: ["labels", "exitPlan"] } as Sheet;
  const changes = (change: Parameters<typeof written>[0], of = running) => materialChanges(of, seen, written(change));
  it("names what waits for a second person by what the server says of this use case, and nothing else", () => {
    expect(changes({ labels: "internal", exitPlan: "Plan", name: "Autre" })).toEqual(["labels", "exitPlan"]);
    expect(changes({ labels: "internal" }, { ...sheet, materialFields: [] })).toEqual([]);
  });

  it("lets labels be raised by one person", () => {
    expect(changes({ labels: "internal,personal,health" })).toEqual([]);
  });
});

describe("a declaration that somebody else amended meanwhile", () => {
  const theirs = written({ name: "Leur nom", agents: "9000" });
  const mine = written({ name: "Mon nom", goal: "Mon but" });

  it("shows their changes, and which clash with mine", () => {
    expect(divergences(seen, theirs, mine).map(({ field, clashes }) => [field, clashes])).toEqual([
      ["name", true],
      ["agents", false],
    ]);
  });

  it("is taken over with what I wrote on top", () => {
    const next = rebased(seen, theirs, mine);
    expect([next.name, next.agents, next.goal]).toEqual(["Mon nom", "9000", "Mon but"]);
    expect(changeOf(theirs, next)).toEqual({ name: "Mon nom", dossier: { goal: "Mon but" } });
  });

  it("loses no change of either, whatever was written", () => {
    const change = fc.dictionary(
      fc.constantFrom<AmendField>("name", "goal", "team", "risks", "energy"),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
    );
    fc.assert(
      fc.property(change, change, (ours, others) => {
        const [left, right] = [written(ours), written(others)];
        const next = rebased(seen, right, left);
        for (const name of changedFields(seen, left)) expect(next[name]).toBe(left[name]);
        for (const name of changedFields(seen, right))
          if (!changedFields(seen, left).includes(name)) expect(next[name]).toBe(right[name]);
      }),
    );
  });
});

describe("a field of the declaration", () => {
  it.each([
    ["memberStates", "FR\nde", "form"],
    ["publicPage", "nulle part", "url"],
    ["languages", "0", "low"],
    ["ownerEmail", "", null],
    ["legalBasis", JSON.stringify([{ linkTitle: "", linkUrl: "" }]), "form"],
    ["labels", "", null],
  ] as const)("of %s as %j is %s", (name, typed, problem) => {
    expect(problemOf(specOf(name), typed)).toBe(problem);
  });
});

describe("a figure in the list of changes", () => {
  it("is shown as typed when it is none", () => {
    const spec = AMEND_SPECS.find(({ name }) => name === "maxOutputTokens");
    if (spec === undefined) throw new Error("no such field");
    const words = (typed: string) => wordsOf((key) => key, makeFormat("en"), spec, typed);
    expect([words("beaucoup"), words("2048")]).toEqual(["beaucoup", "2,048"]);
  });
});
