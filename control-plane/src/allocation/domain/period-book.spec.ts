import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PeriodBook, type Holding, type PeriodRow } from "./period-book.js";

const period = (amount: number, figures: Partial<PeriodRow> = {}): PeriodRow => ({
  budgetId: "b",
  periodStart: 0,
  periodEnd: 1000,
  organisationId: "o",
  amount,
  settled: 0,
  leased: 0,
  ...figures,
});
const key = { budgetId: "b", periodStart: 0 };
const owner = (replica: string, epoch = 1) => ({ replica, epoch });
const holding = (replica: string, outstanding: number, epoch = 1): Holding => ({ ...key, replica, epoch, outstanding });

describe("PeriodBook", () => {
  it("settles out of what the replica holds and keeps the rest leased", () => {
    const book = new PeriodBook([period(1000, { leased: 400 })], [holding("r1", 400)]);
    book.settle(key, owner("r1"), 150);
    expect(book.period(key)).toMatchObject({ settled: 150, leased: 250 });
    expect(book.deltas()).toEqual([{ ...key, settled: 150, leased: -150, granted: 0 }]);
    expect(book.changedHoldings()).toEqual([holding("r1", 250)]);
  });

  it("counts a charge beyond the lease without touching another replica's block", () => {
    const book = new PeriodBook([period(1000, { leased: 500 })], [holding("r1", 100), holding("r2", 400)]);
    book.settle(key, owner("r1"), 300);
    expect(book.period(key)).toMatchObject({ settled: 300, leased: 400 });
    expect(book.outstanding(key, owner("r2"))).toBe(400);
  });

  it("ignores a return of more than is held", () => {
    const book = new PeriodBook([period(1000, { leased: 100 })], [holding("r1", 100)]);
    book.giveBack(key, owner("r1"), 900);
    expect(book.period(key)).toMatchObject({ settled: 0, leased: 0 });
  });

  it("releases a closed epoch only", () => {
    const book = new PeriodBook([period(1000, { leased: 300 })], [holding("r1", 100, 1), holding("r1", 200, 2)]);
    book.close("r1", 1);
    expect(book.period(key)?.leased).toBe(200);
    expect(book.outstanding(key, owner("r1", 2))).toBe(200);
  });

  it("grants nothing when the ceiling was lowered under what is used", () => {
    const book = new PeriodBook([period(100, { settled: 90, leased: 50 })], [holding("r1", 50)]);
    expect(book.grant(key, owner("r2"), { least: 1, wanted: 10, replicas: 2 })).toBe(0);
    expect(book.deltas()).toEqual([]);
  });

  it("never passes the ceiling over any interleaving, and ends with nothing leased once all is drained", () => {
    const step = fc.record({
      verb: fc.constantFrom("grant", "settle", "return", "crash", "ship"),
      replica: fc.constantFrom("r1", "r2", "r3"),
      amount: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.array(step, { maxLength: 80 }), (ceiling, steps) => {
        const book = new PeriodBook([period(ceiling)], []);
        const epochs = new Map([
          ["r1", 1],
          ["r2", 1],
          ["r3", 1],
        ]);
        const spooled: { replica: string; epoch: number; amount: number }[] = [];
        const ship = (replica: string) => {
          for (const charge of spooled.filter((each) => each.replica === replica))
            book.settle(key, charge, charge.amount);
          spooled.splice(0, spooled.length, ...spooled.filter((each) => each.replica !== replica));
        };
        const free = (replica: string, epoch: number) =>
          book.outstanding(key, owner(replica, epoch)) -
          spooled
            .filter((each) => each.replica === replica && each.epoch === epoch)
            .reduce((total, each) => total + each.amount, 0);
        for (const { verb, replica, amount } of steps) {
          const epoch = epochs.get(replica) ?? 1;
          if (verb === "grant")
            book.grant(key, owner(replica, epoch), { least: Math.ceil(amount / 4), wanted: amount, replicas: 3 });
          if (verb === "settle" && free(replica, epoch) >= amount) spooled.push({ replica, epoch, amount });
          if (verb === "return")
            book.giveBack(key, owner(replica, epoch), Math.max(0, Math.min(amount, free(replica, epoch))));
          if (verb === "crash") epochs.set(replica, epoch + 1);
          if (verb === "ship") ship(replica);
          const row = book.period(key);
          expect((row?.settled ?? 0) + (row?.leased ?? 0)).toBeLessThanOrEqual(ceiling);
          expect(row?.leased).toBeGreaterThanOrEqual(0);
        }
        for (const [replica, last] of epochs) {
          ship(replica);
          for (let epoch = 1; epoch <= last; epoch += 1) book.close(replica, epoch);
        }
        expect(book.period(key)?.leased).toBe(0);
        expect(book.changedHoldings().every((each) => each.outstanding === 0)).toBe(true);
      }),
    );
  });
});
