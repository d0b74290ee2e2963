import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolLive, withoutNames, type MinistryActivity } from "./pool-live.js";

const ministry = (organisationId: string, figures: Partial<MinistryActivity>): MinistryActivity => ({
  organisationId,
  nominal: 0,
  guarantee: 0,
  lendLimit: null,
  occupied: 0,
  gpuSeconds: 0,
  running: 0,
  waiting: 0,
  ...figures,
});
const cents = (gpus: number) => Math.round(gpus * 100);
const column = (
  rows: readonly { readonly [K in "nominal" | "lent" | "borrowed" | "free" | "occupied"]: number }[],
  of: "nominal" | "lent" | "borrowed" | "free" | "occupied",
) => rows.reduce((total, row) => total + cents(row[of]), 0);

const activity = fc.record({
  nominal: fc.integer({ min: 0, max: 4000 }).map((value) => value / 100),
  guaranteed: fc.double({ min: 0, max: 1, noNaN: true }),
  lendLimit: fc.option(fc.integer({ min: 0, max: 4000 }).map((value) => value / 100)),
  occupied: fc.double({ min: 0, max: 60, noNaN: true }),
});

describe("poolLive", () => {
  it("matches a borrower's excess to idle rights and the reserve in proportion", () => {
    const live = poolLive(120, [
      ministry("economie", { nominal: 32, guarantee: 12, occupied: 46, gpuSeconds: 460 }),
      ministry("education", { nominal: 24, guarantee: 8, occupied: 14, gpuSeconds: 140 }),
      ministry("justice", { nominal: 56, guarantee: 12, occupied: 56, gpuSeconds: 560 }),
    ]);
    expect(live).toMatchObject({
      physical: 120,
      allocated: 112,
      reserve: 8,
      occupiedWithinRight: 102,
      borrowed: 14,
      lent: 14,
      free: 4,
    });
    expect(live.rows.map((row) => [row.organisationId, row.lent, row.borrowed, row.free])).toEqual([
      ["economie", 0, 14, 0],
      ["education", 7.78, 0, 2.22],
      ["justice", 0, 0, 0],
      [null, 6.22, 0, 1.78],
    ]);
    expect(live.rows.map((row) => row.share)).toEqual([0.396, 0.121, 0.483, 0]);
  });

  it("does not lend a guarantee while something else is idle", () => {
    const live = poolLive(20, [
      ministry("a", { nominal: 10, guarantee: 10 }),
      ministry("b", { nominal: 4, guarantee: 0, occupied: 9 }),
    ]);
    expect(live.rows.map((row) => row.lent)).toEqual([0, 0, 5]);
  });

  it("has sums that hold to the hundredth whatever the activity", () => {
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 9 }), fc.integer({ min: -40, max: 200 }), (list, spare) => {
        const ministries = list.map((each, i) =>
          ministry(String(i), {
            ...each,
            guarantee: Math.floor(each.nominal * each.guaranteed * 100) / 100,
            gpuSeconds: each.occupied,
          }),
        );
        const allocated = list.reduce((total, each) => total + cents(each.nominal), 0);
        const live = poolLive(Math.max(1, Math.ceil(allocated / 100) + spare), ministries);
        expect(cents(live.allocated) + cents(live.reserve)).toBe(live.physical * 100);
        expect(cents(live.occupiedWithinRight) + cents(live.borrowed) + cents(live.free)).toBe(live.physical * 100);
        expect(live.lent).toBe(live.borrowed);
        expect(column(live.rows, "nominal")).toBe(live.physical * 100);
        expect(column(live.rows, "lent")).toBe(cents(live.lent));
        expect(column(live.rows, "borrowed")).toBe(cents(live.borrowed));
        expect(column(live.rows, "free")).toBe(cents(live.free));
        // A pool that shrank under what is allocated owes the difference: only its reserve may be negative.
        for (const row of live.rows.filter((each) => each.organisationId !== null))
          expect(Math.min(row.lent, row.borrowed, row.free)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("hides the names a reader may not see and keeps the sums", () => {
    const { rows } = poolLive(20, [
      ministry("a", { nominal: 10.1, occupied: 3.33, gpuSeconds: 1, running: 2 }),
      ministry("b", { nominal: 4.2, occupied: 6.5, gpuSeconds: 2, running: 5 }),
    ]);
    const seen = withoutNames(rows, new Set(["a"]));
    expect(seen.map((row) => row.organisationId)).toEqual(["a", null]);
    for (const of of ["nominal", "lent", "borrowed", "free", "occupied"] as const) {
      expect(column(seen, of)).toBe(column(rows, of));
    }
    expect(seen[1]).toMatchObject({ nominal: 9.9, running: 5, share: 0.667 });
    expect(withoutNames(rows, new Set(["a", "b"]))).toEqual(rows);
  });
});
