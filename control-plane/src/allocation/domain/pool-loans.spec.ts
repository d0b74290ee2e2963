import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolLive, type MinistryActivity } from "./pool-live.js";
import { loansWithoutNames, poolLoans, type PoolLoan } from "./pool-loans.js";

const RUNS = { numRuns: 1_000 };
const cents = (gpus: number) => Math.round(gpus * 100);
const totals = (loans: readonly PoolLoan[], of: (loan: PoolLoan) => string | null) => {
  const sums = new Map<string | null, number>();
  for (const loan of loans) sums.set(of(loan), (sums.get(of(loan)) ?? 0) + cents(loan.gpus));
  return sums;
};

const ministries = fc
  .array(
    fc.record({
      nominal: fc.integer({ min: 0, max: 4000 }).map((value) => value / 100),
      lendLimit: fc.option(fc.integer({ min: 0, max: 4000 }).map((value) => value / 100)),
      occupied: fc.double({ min: 0, max: 60, noNaN: true }),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map((each, index): MinistryActivity => {
      return { organisationId: `m${index}`, guarantee: 0, gpuSeconds: 0, running: 0, waiting: 0, ...each };
    }),
  );
const pools = fc
  .tuple(ministries, fc.integer({ min: -40, max: 200 }))
  .map(([list, spare]) => poolLive(Math.max(1, Math.ceil(list.reduce((sum, m) => sum + m.nominal, 0)) + spare), list));

describe("poolLoans", () => {
  it("matches each borrower to all lenders, in proportion to what they lend", () => {
    const rows = [
      { organisationId: "economie", lent: 0, borrowed: 9 },
      { organisationId: "education", lent: 8, borrowed: 0 },
      { organisationId: "justice", lent: 0, borrowed: 3 },
      { organisationId: null, lent: 4, borrowed: 0 },
    ];
    expect(poolLoans(rows)).toEqual([
      { lenderId: "education", borrowerId: "economie", gpus: 6 },
      { lenderId: null, borrowerId: "economie", gpus: 3 },
      { lenderId: "education", borrowerId: "justice", gpus: 2 },
      { lenderId: null, borrowerId: "justice", gpus: 1 },
    ]);
  });

  it("has none where nobody borrows", () => {
    expect(poolLoans([{ organisationId: "a", lent: 0, borrowed: 0 }])).toEqual([]);
  });

  it("sums to what each borrows and what each lends, whatever the activity", () => {
    fc.assert(
      fc.property(pools, ({ rows }) => {
        const loans = poolLoans(rows);
        const borrowed = totals(loans, ({ borrowerId }) => borrowerId);
        const lent = totals(loans, ({ lenderId }) => lenderId);
        for (const row of rows) {
          expect(borrowed.get(row.organisationId) ?? 0).toBe(cents(row.borrowed));
          expect(lent.get(row.organisationId) ?? 0).toBe(cents(row.lent));
        }
        for (const { lenderId, borrowerId, gpus } of loans) {
          expect(gpus).toBeGreaterThan(0);
          expect(lenderId).not.toBe(borrowerId);
        }
      }),
      RUNS,
    );
  });

  it("hides names and keeps the sums of those who stay", () => {
    fc.assert(
      fc.property(pools, fc.subarray(["m0", "m1", "m2", "m3", "m4"]), ({ rows }, seen) => {
        const visible = new Set(seen);
        const loans = poolLoans(rows);
        const shown = loansWithoutNames(loans, visible);
        for (const of of [
          ({ lenderId }: PoolLoan) => lenderId,
          ({ borrowerId }: PoolLoan) => borrowerId,
          () => "everybody",
        ]) {
          const before = totals(loans, of);
          for (const [party, sum] of totals(shown, of)) if (party !== null) expect(sum).toBe(before.get(party));
        }
        for (const { lenderId, borrowerId } of shown)
          for (const id of [lenderId, borrowerId]) expect(id === null || visible.has(id)).toBe(true);
      }),
      RUNS,
    );
  });
});
