import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_TERMS, type PlacedAllocation } from "../allocation.js";
import { cutsWithoutNames, poolCuts } from "./pool-cuts.js";

const right = (nodeId: string, fields: Partial<PlacedAllocation> = {}): PlacedAllocation => ({
  ...{ id: nodeId, poolId: "p", nodeId, nodeType: "organisation", organisationId: nodeId, path: [nodeId, "etat"] },
  ...{ nominal: 8, guarantee: 2, lendLimit: null, borrowLimit: null, weight: 1 },
  ...USUAL_TERMS,
  ...fields,
});

describe("which rights of a pool would be cut first", () => {
  const rights = [
    right("justice", { nominal: 10, guarantee: 6, criticality: 1 }),
    right("culture", { nominal: 4.5, guarantee: 1 }),
    right("economie", { nominal: 9, guarantee: 2 }),
    // Carved out of a right above it: it shrinks with that one, not by itself.
    right("dgfip", { nominal: 5, guarantee: 1, path: ["dgfip", "economie", "etat"] }),
  ];

  it("says each step with its figures: borrowing, loans, then the least critical over their guarantees", () => {
    expect(poolCuts(24, rights, new Map([["culture", 1.25]]), 12)).toEqual({
      ...{ physical: 24, remaining: 12, owed: 23.5, missing: 11.5, guaranteed: 9, shortOfGuarantees: 0 },
      steps: [
        {
          ...{ kind: "stop_borrowing", nodeId: null, gpus: null, criticality: null, before: 0, after: 0, guarantee: 0 },
          reason: "borrowing_stops_first",
        },
        {
          ...{ kind: "drain", nodeId: "culture", gpus: 1.25, criticality: null, before: 0, after: 0, guarantee: 0 },
          reason: "loans_end_before_rights",
        },
        {
          ...{ kind: "lower_right", nodeId: "culture", gpus: 3.5, criticality: 4, before: 4.5, after: 1, guarantee: 1 },
          reason: "least_critical_first",
        },
        {
          ...{ kind: "lower_right", nodeId: "economie", gpus: 7, criticality: 4, before: 9, after: 2, guarantee: 2 },
          reason: "least_critical_first",
        },
        {
          ...{ kind: "lower_right", nodeId: "justice", gpus: 1, criticality: 1, before: 10, after: 9, guarantee: 6 },
          reason: "least_critical_first",
        },
      ],
    });
  });

  it("never goes under a guarantee, and says what is short of them", () => {
    const none = poolCuts(24, rights, new Map(), 0);
    expect(none.shortOfGuarantees).toBe(9);
    const holder = fc.record({
      nominal: fc.integer({ min: 0, max: 2000 }),
      kept: fc.double({ min: 0, max: 1, noNaN: true }),
      criticality: fc.constantFrom(1, 2, 3, 4),
    });
    fc.assert(
      fc.property(fc.array(holder, { maxLength: 8 }), fc.integer({ min: 0, max: 9000 }), (drawn, left) => {
        const held = drawn.map(({ nominal, kept, criticality }, at) =>
          right(`n${String(at)}`, {
            ...{ nominal: nominal / 100, guarantee: Math.floor(nominal * kept) / 100 },
            criticality,
          }),
        );
        const cuts = poolCuts(90, held, new Map(), left / 100);
        for (const step of cuts.steps)
          if (step.kind === "lower_right") expect(step.after).toBeGreaterThanOrEqual(step.guarantee);
        const taken = cuts.steps.reduce((sum, step) => sum + Math.round((step.gpus ?? 0) * 100), 0);
        expect(taken + Math.round(cuts.shortOfGuarantees * 100)).toBe(Math.round(cuts.missing * 100));
        const classes = cuts.steps.flatMap(({ criticality }) => criticality ?? []);
        expect(classes).toEqual([...classes].sort((one, other) => other - one));
      }),
    );
  });

  it("keeps the figures of those whom a reader may not name, without their names", () => {
    const cuts = poolCuts(24, rights, new Map([["culture", 1.25]]), 12);
    const seen = cutsWithoutNames(cuts, new Set(["culture"]));
    expect(seen.steps.map(({ kind, nodeId, gpus }) => [kind, nodeId, gpus])).toEqual([
      ["stop_borrowing", null, null],
      ["drain", "culture", 1.25],
      ["lower_right", "culture", 3.5],
      ["lower_right", null, 7],
      ["lower_right", null, 1],
    ]);
    const nobody = cutsWithoutNames(cuts, new Set());
    expect(nobody.steps.find(({ criticality }) => criticality === 4)).toMatchObject({
      ...{ nodeId: null, gpus: 10.5, before: 13.5, after: 3, guarantee: 3 },
    });
  });
});
