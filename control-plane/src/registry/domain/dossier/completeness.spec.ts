import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aUseCase } from "../../../../../test/builders/ai-use-case.builder.js";
import { completenessOf, EXPECTATIONS } from "./completeness.js";
import { dossierSchema, type Dossier } from "./dossier.js";

const always = EXPECTATIONS.filter(({ when }) => when === undefined);
const filled: Record<string, unknown> = Object.fromEntries(always.map(({ field }) => [field, "x"]));

describe("completeness", () => {
  it("is 100 when nothing expected is missing, and names what is", () => {
    const { ownerEmail: _email, oversight: _oversight, ...dossier } = filled;
    const alone: Record<string, unknown> = { ...dossier, developedInHouse: true };
    const whole = completenessOf(aUseCase({ dossier: alone }));
    expect(whole).toEqual({ percent: 100, expected: always.length, missing: [] });
    const { goal: _goal, ...lacking } = alone;
    expect(completenessOf(aUseCase({ dossier: lacking }))).toMatchObject({
      percent: Math.floor((100 * (always.length - 1)) / always.length),
      missing: [{ field: "goal", section: "purpose" }],
    });
  });

  it("expects more of what affects people, faces users, is high-risk or proprietary", () => {
    const fields = (useCase: Parameters<typeof aUseCase>[0]) =>
      completenessOf(aUseCase(useCase)).missing.map(({ field }) => field);
    expect(fields({})).not.toContain("appealRoute");
    expect(fields({ affectsIndividuals: true })).toEqual(
      expect.arrayContaining(["appealRoute", "postalAddress", "systemInput", "supplierRole"]),
    );
    expect(fields({ dossier: { developedInHouse: true } })).not.toContain("suppliers");
    expect(fields({ dossier: { facesUsers: true } })).toContain("humanChannel");
    expect(fields({ dossier: { aiActClass: "high" } })).toEqual(expect.arrayContaining(["friaSummary", "annexIii"]));
    expect(fields({ dossier: { proprietary: true } })).toContain("exitPlan");
    expect(fields({ labels: ["health"] })).toContain("processingRecord");
  });

  it("never falls when a field is filled that changes nothing expected", () => {
    fc.assert(
      fc.property(fc.subarray(always.map(({ field }) => field)), fc.nat(), (present, pick) => {
        const dossier = Object.fromEntries(present.map((field) => [field, "x"])) as Dossier;
        const added = always[pick % always.length]?.field ?? "goal";
        if (added === "facesUsers") return;
        const more = { ...dossier, [added]: "x" };
        expect(completenessOf(aUseCase({ dossier: more })).percent).toBeGreaterThanOrEqual(
          completenessOf(aUseCase({ dossier })).percent,
        );
      }),
    );
  });
});

describe("the dossier", () => {
  it("takes no field it does not know, no link that is none, no day that is none", () => {
    for (const bad of [
      { colour: "blue" },
      { publicPage: "javascript:alert(1)" },
      { beginsOn: "2026-02-30" },
      { agents: -1 },
      { memberStates: ["France"] },
    ])
      expect(dossierSchema.safeParse(bad).success).toBe(false);
    expect(dossierSchema.safeParse({ agents: 8000, beginsOn: "2026-06-16", goal: null }).success).toBe(true);
  });
});
