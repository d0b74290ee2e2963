import { DATA_LABELS } from "@socle/contracts";
import { FACT_SCHEMA, useCaseFacts } from "@socle/policies";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { DECISION_ROLES, STAFF_EFFECTS, type AiUseCase } from "./ai-use-case.js";
import { dossierSchema, type Dossier } from "./dossier/dossier.js";
import { EVIDENCE_KINDS } from "./evidence.js";
import { evaluateGuards, GUARDS, NOBODY, type GuardName } from "./guards.js";
import { AMENDABLE_FIELDS, changesBetween, isMaterialChange, MATERIAL_FIELDS, written } from "./material.js";
import { useCaseQuestion } from "./rule-question.js";

const DOSSIER_FIELDS = Object.keys(dossierSchema.shape) as (keyof Dossier)[];
const BENEFITS = [{ name: "Temps gagné", kind: "expected", value: 12, unit: "min" }];
/** Values that guards and rules tell apart, whatever the field. */
const anySaid = fc.constantFrom<unknown>(
  ...[null, true, false, "", "high", "minimal", "prohibited", "employment", "preparatory_task", "social_scoring"],
  ...["2021-01-01", "2031-12-31", "Un plan", 3],
);
const anyUseCase = fc
  .record({
    labels: fc.oneof(fc.subarray([...DATA_LABELS]), fc.constant(["personal" as const])),
    decisionRole: fc.constantFrom(...DECISION_ROLES),
    staffEffect: fc.constantFrom(...STAFF_EFFECTS),
    serviceClass: fc.constantFrom("interactive" as const, "batch" as const),
    maxOutputTokens: fc.integer({ min: 1, max: 4096 }),
    affectsIndividuals: fc.boolean(),
    ownerEmail: fc.constantFrom("", "a@b.example"),
    oversight: fc.constantFrom("", "Un agent relit et signe chaque texte."),
    name: fc.string(),
    description: fc.string(),
    evidence: fc.subarray([...EVIDENCE_KINDS]).map((kinds) => Object.fromEntries(kinds.map((kind) => [kind, "réf."]))),
    dossier: fc
      .dictionary(fc.constantFrom(...DOSSIER_FIELDS), anySaid)
      .map((said) => Object.entries(said).filter(([, value]) => value !== null))
      .map((said) => Object.fromEntries(said.map(([key, value]) => [key, key === "benefits" ? BENEFITS : value])))
      .map((said) => said as Dossier),
  })
  .map((fields) => aUseCase(fields as Partial<AiUseCase>));

/** All that judges a use case or publishes it: every guard, every fact that a rule can read, what registers list it by. */
function verdictsOn(useCase: AiUseCase) {
  const { affectsIndividuals, decisionRole, labels, dossier } = useCase;
  const question = useCaseQuestion(useCase, "deployed");
  if (question?.subject !== "use_case") throw new Error("no question");
  return [
    evaluateGuards(Object.keys(GUARDS) as GuardName[], useCase, NOBODY).map(({ met }) => met),
    useCaseFacts(question.useCase, [], "2026-12-02"),
    { affectsIndividuals, decisionRole, labels },
    [dossier.publicationCategory ?? null, dossier.aiActRole ?? null],
  ];
}

describe("fields that rules and guards read", () => {
  it("are the material ones: what is written at once by one person changes no verdict and no fact", () => {
    fc.assert(
      fc.property(anyUseCase, anyUseCase, (before, wanted) => {
        const free = changesBetween(before, wanted).filter((change) => !isMaterialChange(change));
        const { name: _, ...facts } = written(before, free);
        expect(verdictsOn({ ...before, ...facts })).toEqual(verdictsOn(before));
      }),
      { numRuns: 2000 },
    );
  });

  it("are no more than that: each of them changes some verdict or some fact", () => {
    const left = new Set<string>(MATERIAL_FIELDS);
    fc.assert(
      fc.property(anyUseCase, anyUseCase, (before, wanted) => {
        for (const change of changesBetween(before, wanted).filter(isMaterialChange)) {
          const key = change.field.split(".").at(-1) ?? "";
          if (!left.has(key)) continue;
          if (JSON.stringify(verdictsOn(written(before, [change]))) !== JSON.stringify(verdictsOn(before)))
            left.delete(key);
        }
      }),
      { numRuns: 3000 },
    );
    expect([...left]).toEqual([]);
  });

  it("cover every fact of a use case, but for its name and its state, which two people give it", () => {
    const fixed = ["slug", "state", "derogations"];
    const facts = Object.keys(FACT_SCHEMA.useCase).filter((fact) => !fixed.includes(fact));
    const question = useCaseQuestion(aUseCase({ dossier: { healthForThirdParty: false } }), "deployed");
    expect(question).not.toBeNull();
    expect(facts.length).toBeGreaterThan(15);
    expect(AMENDABLE_FIELDS.filter((field) => facts.includes(field) && !MATERIAL_FIELDS.includes(field))).toEqual([]);
  });

  it("are told field by field, and written back as they were", () => {
    fc.assert(
      fc.property(anyUseCase, anyUseCase, (before, wanted) => {
        const changes = changesBetween(before, wanted);
        const after = written(before, changes);
        expect(changesBetween(after, wanted)).toEqual([]);
        const undone = changes.map(({ field, before: old, after: young }) => ({ field, before: young, after: old }));
        expect(changesBetween(written(after, undone), before)).toEqual([]);
      }),
    );
  });
});
