import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticState } from "../../../../../test/builders/synthetic-state.js";
import { aLine } from "../../../../../test/builders/capacity-line.builder.js";
import { aNeed } from "../../../../../test/builders/capacity-need.builder.js";
import type { CapacityNeed } from "../need/capacity-need.js";
import { consolidate } from "./consolidate.js";
import type { AllocationInput, ConsolidationInput, LineInput, NeedInput } from "./consolidation-input.js";

const need = (ministryId: string, changes: Partial<CapacityNeed> = {}): NeedInput => {
  const content = aNeed({ reference: `besoin-${ministryId}`, ...changes });
  return {
    id: `need-${ministryId}-${content.reference}`,
    ministryId,
    organisationId: ministryId,
    content,
    model: content.model,
  };
};
const line = (ministryId: string, changes: Parameters<typeof aLine>[0] = {}): LineInput => ({
  id: `line-${ministryId}-${changes.reference ?? "baie-1"}`,
  ministryId,
  line: aLine(changes),
});
const right = (ministryId: string, nominal: number, usedP95: number | null = null): AllocationInput => ({
  id: `right-${ministryId}`,
  ministryId,
  pool: "h100",
  gpuType: "H100-80GB",
  labels: ["internal"],
  nominal,
  usedP95,
});
const scene = (changes: Partial<ConsolidationInput>): ConsolidationInput => ({
  campaign: { id: "c", name: "Automne", quarters: ["2026Q4"] },
  ministries: [],
  needs: [],
  lines: [line("a", { gpuCount: 1, shareablePercent: 0 })],
  allocations: [],
  pools: [],
  profiles: [],
  ...changes,
});
const twelve = Array.from({ length: 12 }, (_, at) => `m${String(at).padStart(2, "0")}`);

describe("twelve ministries that ask for the same model", () => {
  const { report, supplier } = consolidate(scene({ needs: twelve.map((ministry) => need(ministry)) }));

  it("need 24 GPUs alone and 3 together", () => {
    expect(report.poolings).toHaveLength(1);
    expect(report.poolings[0]).toMatchObject({ alone: 24, pooled: 3, saved: 21, needs: 12, ministryIds: twelve });
    expect(report.savings).toMatchObject({
      aloneGpus: 24,
      pooledGpus: 3,
      aloneGpuHours: 24 * 92 * 24,
      pooledGpuHours: 3 * 92 * 24,
    });
    expect(report.savings.pooledKgCo2e / report.savings.aloneKgCo2e).toBeCloseTo(3 / 24, 9);
  });

  it("say so to suppliers, as one row", () => {
    expect(supplier).toMatchObject({ withheld: false, rows: [{ quarter: "2026Q4", ministries: 12, unmet: 24 }] });
    expect(supplier.rows[0]?.demand.likely).toBe(24);
  });
});

describe("a State of three ministries, by hand", () => {
  const { report, needs } = consolidate(
    scene({
      campaign: { id: "c", name: "Automne", quarters: ["2026Q4", "2027Q1"] },
      // Two GPUs each and quarter.
      needs: ["a", "b", "c"].map((ministry) =>
        need(ministry, {
          quantities: [
            { quarter: "2026Q4", low: 40_000, likely: 40_000, high: 40_000 },
            { quarter: "2027Q1", low: 40_000, likely: 40_000, high: 40_000 },
          ],
        }),
      ),
      lines: [
        line("a", {
          gpuCount: 10,
          shareablePercent: 35,
          keptGpus: 2,
          utilisationPercent: 71,
          pool: "h100",
          region: "Nord",
          acquisitionYear: 2025,
          annualCostEuros: 87_600,
        }),
        line("b", {
          gpuCount: 4,
          shareablePercent: 0,
          pool: "h100",
          region: "Nord",
          acquisitionYear: 2025,
          qualificationEnd: "2027-01-31",
          qualification: "SNC-1",
        }),
        line("b", { reference: "baie-2", gpuCount: 6, shareablePercent: 50, availableFrom: "2027-01-01" }),
      ],
      allocations: [right("a", 1.25, 0.25), right("b", 8, 1)],
      pools: [{ slug: "h100", gpuType: "H100-80GB", labels: ["internal"], gpus: 14, observed: 7 }],
    }),
  );
  const cell = (quarter: string, ministryId: string) =>
    report.cells.find(
      (each) => each.quarter === quarter && each.ministryId === ministryId && each.gpuType === "H100-80GB",
    );

  it("counts what is declared, verified, offered, held, used, idle, granted and unmet", () => {
    // Of 10: 35 % offered is 3; 71 % in use is 8, so that 2 are idle. 7 seen of 14 declared in the pool: 5 and 2.
    expect(cell("2026Q4", "a")).toMatchObject({
      declared: 10,
      verified: 5,
      offered: 3,
      idleLendable: 2,
      allocated: 1.25,
      usedP95: 0.25,
      granted: 1.25,
      unmet: 0.75,
    });
    expect(cell("2026Q4", "b")).toMatchObject({
      declared: 4,
      verified: 2,
      offered: 0,
      idleLendable: 0,
      allocated: 8,
      granted: 2,
      unmet: 0,
    });
    expect(cell("2027Q1", "b")).toMatchObject({ declared: 10, offered: 3, idleLendable: 3 });
    expect(cell("2026Q4", "c")).toMatchObject({
      demand: { likely: 2 },
      declared: 0,
      allocated: 0,
      usedP95: null,
      granted: 0,
      unmet: 2,
    });
    expect(needs.filter(({ quarter }) => quarter === "2026Q4").map(({ granted, unmet }) => [granted, unmet])).toEqual([
      [1.25, 0.75],
      [2, 0],
      [0, 2],
    ]);
  });

  it("proposes what is idle to who lacks it, and buys only what lacks twice in a row", () => {
    const lent = report.lending.map(({ quarter, fromMinistryId, toMinistryId, gpus }) => [
      quarter,
      fromMinistryId,
      toMinistryId,
      gpus,
    ]);
    // a's own two idle GPUs go to c; nobody else has any for a until b's second rack comes.
    expect(lent).toEqual([
      ["2026Q4", "a", "c", 2],
      ["2027Q1", "b", "a", 1],
      ["2027Q1", "a", "c", 2],
    ]);
    expect(report.purchases).toEqual([]);
  });

  it("takes back what is hardly used, and says what ends and what was bought twice", () => {
    // (50 % − 12.5 %) × 8 = 3; of 1.25 nothing whole.
    expect(report.underUsed).toEqual([
      {
        allocationId: "right-b",
        ministryId: "b",
        pool: "h100",
        nominal: 8,
        usedP95: 1,
        takenBack: 3,
        rule: "under-use/1",
      },
    ]);
    expect(report.expiries).toEqual([
      {
        kind: "qualification",
        date: "2027-01-31",
        ministryId: "b",
        line: "baie-1",
        subject: "SNC-1",
        gpuType: "H100-80GB",
        gpus: 4,
      },
    ]);
    expect(report.redundancies).toEqual([
      { gpuType: "H100-80GB", region: "Nord", year: 2025, ministryIds: ["a", "b"], gpus: 14, lines: 2 },
    ]);
    expect(report.unitCosts[0]).toMatchObject({ eurosPerGpuHour: 1, carbonBasis: "estimated" });
  });

  it("breaks down supply by hosting, demand by label and by where its figures come from", () => {
    const state = { hosting: "state_internal", gpuType: "H100-80GB" };
    expect(report.hostings).toEqual([
      { quarter: "2026Q4", ...state, declared: 14, verified: 7, offered: 3 },
      { quarter: "2027Q1", ...state, declared: 20, verified: 7, offered: 6 },
    ]);
    expect(report.labels).toEqual([
      { quarter: "2026Q4", label: "internal", needs: 3, likely: 6 },
      { quarter: "2027Q1", label: "internal", needs: 3, likely: 6 },
    ]);
    expect(report.confidence).toEqual(
      ["a", "b", "c"].map((ministryId) => ({ ministryId, figures: "declared", needs: 1, likely: 4 })),
    );
  });

  it("reconciles, and shows the gap where facts differ", () => {
    const lines = new Map(report.reconciliation.map((each) => [each.code, each]));
    expect(report.reconciliation.filter(({ mustBeZero, difference }) => mustBeZero && difference !== 0)).toEqual([]);
    expect(lines.get("granted_and_unmet_are_need")).toMatchObject({ left: 12, right: 12 });
    expect(lines.get("pools_are_verified")).toMatchObject({ left: 14, right: 7, difference: 7 });
    expect(lines.get("granted_within_rights")).toMatchObject({ left: 6.5, right: 18.5, difference: -12 });
  });
});

describe("a purchase", () => {
  const asked = (likely: number, quarter: "2026Q4" | "2027Q1" | "2027Q2") => ({
    quarter,
    low: likely,
    likely,
    high: likely,
  });
  it("is what lacks in every quarter of a row, from its first day", () => {
    const { report } = consolidate(
      scene({
        campaign: { id: "c", name: "Automne", quarters: ["2026Q4", "2027Q1", "2027Q2"] },
        needs: [need("a", { quantities: [asked(0, "2026Q4"), asked(40_000, "2027Q1"), asked(600_000, "2027Q2")] })],
      }),
    );
    expect(report.purchases).toEqual([
      { gpuType: "H100-80GB", zone: "open", from: "2027Q1", quarters: 2, gpus: 2, neededBy: "2027-01-01" },
    ]);
  });
});

describe("what cannot be sized", () => {
  it("is listed with its reason, and counted nowhere", () => {
    const { report } = consolidate(
      scene({
        needs: [need("a", { model: "inconnu" }), need("b", { itlTargetMs: 1 })].map((each) => ({
          ...each,
          model: each.content.model,
        })),
      }),
    );
    expect(report.unsized.map(({ ministryId, why }) => [ministryId, why])).toEqual([
      ["a", "model_unknown"],
      ["b", "no_configuration"],
    ]);
    expect(report.cells.every(({ demand }) => demand.likely === 0)).toBe(true);
  });
});

describe("a synthetic State", () => {
  const state = syntheticState({ ministries: 17, needsEach: 40, quarters: 4, seed: 1 });
  it("reconciles and gives the same report twice", () => {
    const { report, needs } = consolidate(state);
    expect(report.reconciliation.filter(({ mustBeZero, difference }) => mustBeZero && difference !== 0)).toEqual([]);
    expect(needs.length + 4 * report.unsized.length).toBe(17 * 40 * 4);
    expect(report.savings.pooledGpus).toBeLessThan(report.savings.aloneGpus);
    expect(consolidate(state).report).toEqual(report);
  });

  it("of any shape: sums hold, nobody lends more than is idle, pools save, rights are not exceeded", () => {
    const size = fc.record({
      ministries: fc.integer({ min: 1, max: 8 }),
      needsEach: fc.integer({ min: 0, max: 12 }),
      quarters: fc.integer({ min: 1, max: 3 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(size, (wanted) => {
        const input = syntheticState(wanted);
        const { report, needs } = consolidate(input);
        expect(report.reconciliation.every(({ mustBeZero, difference }) => !mustBeZero || difference === 0)).toBe(true);
        const within = report.reconciliation.find(({ code }) => code === "granted_within_rights");
        expect(within?.difference).toBeLessThanOrEqual(0);
        for (const { low, likely, high, minUseful, granted, unmet } of needs) {
          expect(low <= likely && likely <= high && minUseful <= likely && granted >= 0 && unmet >= 0).toBe(true);
        }
        expect(report.poolings.every(({ alone, pooled, saved }) => saved === alone - pooled && saved > 0)).toBe(true);
        const idle = (quarter: string): number =>
          report.cells.reduce((sum, cell) => sum + (cell.quarter === quarter ? cell.idleLendable : 0), 0);
        for (const quarter of input.campaign.quarters) {
          const lent = report.lending.filter((each) => each.quarter === quarter);
          expect(lent.reduce((sum, { gpus }) => sum + gpus, 0)).toBeLessThanOrEqual(idle(quarter));
          expect(lent.every(({ fromMinistryId, toMinistryId }) => fromMinistryId !== toMinistryId)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same in whatever order needs, lines and rights are told", () => {
    const { report, needs } = consolidate(state);
    const turned = {
      ...state,
      needs: [...state.needs].reverse(),
      lines: [...state.lines].reverse(),
      allocations: [...state.allocations].reverse(),
    };
    const other = consolidate(turned);
    expect(other.report.cells).toEqual(report.cells);
    expect(other.report.lending).toEqual(report.lending);
    expect(new Set(other.needs.map((row) => JSON.stringify(row)))).toEqual(
      new Set(needs.map((row) => JSON.stringify(row))),
    );
  });
});
