import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REGISTER_IDS, REGISTERS } from "../../control-plane/src/compliance/domain/desk/registers/registers.js";
import { writeRegister } from "../../control-plane/src/compliance/domain/desk/registers/write-register.js";
import { dutiesIn } from "../../control-plane/src/compliance/use-cases/desk/incidents/article-73.js";
import { registerEntryOf } from "../../control-plane/src/compliance/use-cases/desk/registers/register-entry-of.js";
import type { AiUseCase } from "../../control-plane/src/registry/domain/ai-use-case.js";
import { changesBetween, isMaterialChange, written } from "../../control-plane/src/registry/domain/material.js";
import { aUseCase } from "../builders/ai-use-case.builder.js";

/** Values that registers and duties tell apart; of a text, whether there is one. */
const SAID: Readonly<Record<string, readonly unknown[]>> = {
  aiActRole: ["provider", "deployer"],
  aiActClass: ["minimal", "limited", "high", "prohibited"],
  annexI: [true, false],
  annexIii: ["none", "education", "migration", "critical_infrastructure"],
  article63: ["preparatory_task", "detects_patterns"],
  profiling: [true, false],
  publicationCategory: ["high_risk", "impactful", "other"],
  providerEntryUrl: ["https://europa.example/system"],
  deployerEntryUrl: ["https://europa.example/deployer"],
  team: ["Pôle courrier"],
  goal: ["Relire plus vite"],
};
const anyUseCase = fc
  .record({
    affectsIndividuals: fc.boolean(),
    decisionRole: fc.constantFrom("none" as const, "prepare" as const),
    labels: fc.constantFrom<AiUseCase["labels"]>(["internal"], ["public"], ["dr"]),
    dossier: fc
      .record(Object.fromEntries(Object.entries(SAID).map(([field, values]) => [field, fc.constantFrom(...values)])), {
        requiredKeys: [],
      })
      .map((said) => said as AiUseCase["dossier"]),
  })
  .map((fields) => aUseCase({ ...fields, state: "deployed" }));

/** In which registers it stands, with what is said instead where it does not, and what articles 26(5) and 73 ask of its body. */
function placesOf(useCase: AiUseCase) {
  const entry = registerEntryOf(useCase, { organisation: "Ministère", ministry: "Ministère" });
  const places = REGISTER_IDS.map((id) => {
    const { rows, notes } = writeRegister(REGISTERS[id], [entry]);
    return [id, rows.length, notes.map(({ note }) => note)];
  });
  return [places, dutiesIn(useCase)];
}

describe("what one person writes at once", () => {
  it("moves a use case in no public register, and takes no duty from its body", () => {
    let told = 0;
    fc.assert(
      fc.property(anyUseCase, anyUseCase, (before, wanted) => {
        const free = changesBetween(before, wanted).filter((change) => !isMaterialChange(change));
        expect(placesOf(written(before, free))).toEqual(placesOf(before));
        if (JSON.stringify(placesOf(wanted)) !== JSON.stringify(placesOf(before))) told += 1;
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(100);
  });
});
