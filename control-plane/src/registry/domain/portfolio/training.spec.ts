import { describe, expect, it } from "vitest";
import { trainingTotals, type TrainingDeclaration } from "./training.js";

const declared = (fields: Partial<TrainingDeclaration>): TrainingDeclaration => ({
  id: "t",
  organisationId: "dgfip",
  version: 1,
  year: 2025,
  programme: "MOOC",
  audience: "agents",
  trained: 100,
  target: null,
  source: null,
  state: "declared",
  declaredBy: "somebody",
  declaredAt: new Date(0),
  ...fields,
});

describe("totals of training", () => {
  it("count by ministry and year, and compare with a target only what set one", () => {
    const totals = trainingTotals(
      [
        declared({ trained: 47_000, organisationId: "ariane", state: "validated" }),
        declared({ trained: 300, target: 400 }),
        declared({ trained: 200, organisationId: "economie", target: 400, state: "validated" }),
        declared({ trained: 1000, organisationId: "economie" }),
        declared({ trained: 7, year: 2026 }),
      ],
      (id) => (id === "dgfip" ? "economie" : id),
    );
    expect(totals).toEqual([
      { organisationId: "economie", year: 2026, trained: 7, target: null, reachedPercent: null, validated: 0 },
      { organisationId: "ariane", year: 2025, trained: 47_000, target: null, reachedPercent: null, validated: 47_000 },
      { organisationId: "economie", year: 2025, trained: 1500, target: 800, reachedPercent: 62.5, validated: 200 },
    ]);
  });
});
