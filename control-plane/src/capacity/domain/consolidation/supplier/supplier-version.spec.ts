import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../cells.js";
import { supplierVersion } from "./supplier-version.js";

const cell = (ministryId: string, likely: number, changes: Partial<Cell> = {}): Cell => ({
  quarter: "2026Q4",
  ministryId,
  gpuType: "H100-80GB",
  zone: "open",
  demand: { low: likely, likely, high: likely },
  declared: 0,
  verified: 0,
  offered: 0,
  allocated: 0,
  usedP95: null,
  idleLendable: 0,
  granted: 0,
  unmet: likely,
  ...changes,
});

describe("what suppliers may read", () => {
  it("never tells of two ministries, nor of one that dominates", () => {
    expect(supplierVersion([cell("a", 5), cell("b", 5)])).toMatchObject({ rows: [], withheld: true });
    expect(supplierVersion([cell("a", 90), cell("b", 5), cell("c", 4)])).toMatchObject({ rows: [], withheld: true });
    expect(supplierVersion([cell("a", 5), cell("b", 5), cell("c", 4)]).rows).toHaveLength(1);
  });

  it("adds a rare kind to the smallest other, so that no difference tells it", () => {
    const common = ["a", "b", "c", "d"].map((ministry) => cell(ministry, 10));
    const rare = cell("e", 6, { gpuType: "L40S-48GB" });
    const middle = ["a", "b", "c"].map((ministry) => cell(ministry, 3, { gpuType: "A100-80GB" }));
    const { rows, withheld } = supplierVersion([...common, rare, ...middle]);
    expect(withheld).toBe(false);
    expect(rows.map(({ classes, demand }) => [classes.map(({ gpuType }) => gpuType).join(), demand.likely])).toEqual([
      ["A100-80GB,L40S-48GB", 15],
      ["H100-80GB", 40],
    ]);
  });

  it("withholds a figure of unmet demand that is one ministry's", () => {
    const { rows } = supplierVersion([cell("a", 5), cell("b", 5, { unmet: 0 }), cell("c", 4, { unmet: 0 })]);
    expect(rows[0]?.unmet).toBeNull();
  });

  const anyCell = fc
    .record({
      quarter: fc.constantFrom("2026Q4", "2027Q1"),
      ministryId: fc.constantFrom("a", "b", "c", "d", "e"),
      gpuType: fc.constantFrom("H100-80GB", "A100-80GB", "L40S-48GB"),
      zone: fc.constantFrom("open", "dr"),
      likely: fc.integer({ min: 0, max: 50 }),
      unmet: fc.integer({ min: 0, max: 50 }),
    })
    .map(({ likely, ...rest }) => cell(rest.ministryId, likely, rest as Partial<Cell>));

  it("keeps any sum or difference of rows above three ministries: rows are disjoint, and hold in each quarter", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCell, {
          selector: (each) => `${each.quarter}${each.ministryId}${each.gpuType}${each.zone}`,
          maxLength: 40,
        }),
        (cells) => {
          const { rows, withheld } = supplierVersion(cells);
          const covered = new Map<string, number>();
          for (const row of rows) {
            const part = cells.filter(
              (each) =>
                each.quarter === row.quarter &&
                row.classes.some(({ gpuType, zone }) => gpuType === each.gpuType && zone === each.zone) &&
                each.demand.high > 0,
            );
            const places = new Set(part.map(({ gpuType, zone }) => `${row.quarter} ${gpuType} ${zone}`));
            for (const place of places) covered.set(place, (covered.get(place) ?? 0) + 1);
            const shares = new Map<string, number>();
            for (const { ministryId, demand } of part)
              shares.set(ministryId, (shares.get(ministryId) ?? 0) + demand.likely);
            const sizes = [...shares.values()].filter((size) => size > 0);
            expect(sizes.length).toBeGreaterThanOrEqual(3);
            expect(Math.max(...sizes)).toBeLessThanOrEqual(0.85 * sizes.reduce((sum, size) => sum + size, 0));
          }
          if (!withheld) {
            const told = rows.reduce((sum, { demand }) => sum + demand.likely, 0);
            expect(told).toBe(cells.reduce((sum, { demand }) => sum + demand.likely, 0));
          }
          expect([...covered.values()].every((count) => count === 1)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
