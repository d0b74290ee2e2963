import type { LeaseGrantV1 } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLeaseBook } from "./lease-book.js";
import type { LeaseBook, LeaseReservation } from "./lease-book.port.js";

const DAY = 86_400_000;
const grant = (granted: number, over: Partial<LeaseGrantV1> = {}): LeaseGrantV1 => ({
  budgetId: "b",
  periodStart: 0,
  periodEnd: DAY,
  granted,
  left: 1_000_000,
  expiresInMs: 10_000,
  ...over,
});
const give = (book: LeaseBook, grants: LeaseGrantV1[], now = 0, sentAt = now): void =>
  book.apply(grants, { sentAt, monotonicNow: now, wallNow: now });
const kindOf = (book: LeaseBook, amount: number, now = 0): string => {
  const outcome = book.tryReserve([{ budgetId: "b", amount }], now);
  return outcome.ok ? "ok" : outcome.shortfall.kind;
};

describe("lease book", () => {
  it("reserves all asks or none", () => {
    const book = createLeaseBook();
    give(book, [grant(100), grant(10, { budgetId: "c" })]);
    const asks = [
      { budgetId: "b", amount: 50 },
      { budgetId: "c", amount: 20 },
    ];
    expect(book.tryReserve(asks, 0)).toMatchObject({ ok: false, shortfall: { budgetId: "c", held: 10, asked: 20 } });
    expect(book.holdings().map(({ free }) => free)).toEqual([100, 10]);
  });

  it("tells missing from exhausted from expired", () => {
    const book = createLeaseBook();
    expect(kindOf(book, 1)).toBe("missing");
    give(book, [grant(5, { left: 0 })]);
    expect(kindOf(book, 6)).toBe("exhausted");
    give(book, [grant(0, { left: 1 })]);
    expect(kindOf(book, 6)).toBe("missing");
    expect(kindOf(book, 5, 9_500)).toBe("expired");
  });

  it("counts expiry from the sending of the call, less a margin", () => {
    const book = createLeaseBook();
    give(book, [grant(100)], 4_000, 1_000);
    expect(kindOf(book, 1, 10_499)).toBe("ok");
    expect(kindOf(book, 1, 10_500)).toBe("expired");
  });

  it("frees what a request did not use, once", () => {
    const book = createLeaseBook();
    give(book, [grant(100)]);
    const outcome = book.tryReserve([{ budgetId: "b", amount: 60 }], 0);
    if (!outcome.ok) throw new Error("unexpected");
    book.settle(outcome.reservation, [10]);
    book.settle(outcome.reservation, [10]);
    expect(book.holdings()).toMatchObject([{ free: 90, reserved: 0, consumed: 10 }]);
  });

  it("gives back what an ended period left, also from requests that end later", () => {
    const book = createLeaseBook();
    give(book, [grant(100)]);
    const outcome = book.tryReserve([{ budgetId: "b", amount: 60 }], 0);
    if (!outcome.ok) throw new Error("unexpected");
    expect(book.draft(DAY).returns).toEqual([{ budgetId: "b", periodStart: 0, amount: 40 }]);
    book.settle(outcome.reservation, [25]);
    expect(book.draft(DAY + 1).returns).toEqual([{ budgetId: "b", periodStart: 0, amount: 35 }]);
    expect(kindOf(book, 1, DAY + 1)).toBe("missing");
  });

  it("asks for what waits and for what the rate will need, renews what it holds, and returns what lies idle", () => {
    const book = createLeaseBook();
    expect(book.draft(0).wants).toEqual([]);
    expect(kindOf(book, 500, 1)).toBe("missing");
    const [want] = book.draft(1_000).wants;
    expect(want?.least).toBe(500);
    expect(want?.wanted).toBeGreaterThanOrEqual(500);
    give(book, [grant(100_000)], 1_000);
    expect(kindOf(book, 500, 1_000)).toBe("ok");
    const { wants, returns } = book.draft(2_000);
    expect(wants).toMatchObject([{ budgetId: "b", wanted: 0 }]);
    expect(returns[0]?.amount).toBeGreaterThan(0);
  });

  it("gives a remainder back that helps nobody here, and asks for no other", () => {
    const book = createLeaseBook();
    give(book, [grant(100, { left: 20 })]);
    expect(kindOf(book, 300)).toBe("exhausted");
    expect(kindOf(book, 500)).toBe("exhausted");
    expect(book.draft(1_000)).toEqual({
      wants: [{ budgetId: "b", least: 800, wanted: 800, useful: 300 }],
      returns: [{ budgetId: "b", periodStart: 0, amount: 100 }],
    });
  });

  it("remembers no wish that has a smaller one behind it", () => {
    const book = createLeaseBook();
    give(book, [grant(10)]);
    book.tryReserve([{ budgetId: "b", amount: 500 }], 0, false);
    expect(book.draft(1_000).wants).toMatchObject([{ least: 0 }]);
  });

  it("gives everything free back when it surrenders or when the budget leaves the registry", () => {
    const book = createLeaseBook();
    give(book, [grant(7), grant(9, { budgetId: "c" })]);
    expect(book.tryReserve([{ budgetId: "c", amount: 9 }], 0).ok).toBe(true);
    give(book, [grant(4, { budgetId: "c" })]);
    book.keepOnly(new Set(["c"]));
    expect(book.draft(1).returns).toEqual([{ budgetId: "b", periodStart: 0, amount: 7 }]);
    expect(book.surrender()).toEqual([{ budgetId: "c", periodStart: 0, amount: 4 }]);
  });

  type Step =
    | { readonly do: "grant"; readonly budget: string; readonly amount: number; readonly period: number }
    | { readonly do: "reserve"; readonly amounts: readonly [number, number] }
    | { readonly do: "settle"; readonly which: number; readonly share: number }
    | { readonly do: "draft" }
    | { readonly do: "wait"; readonly ms: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      do: fc.constant("grant" as const),
      budget: fc.constantFrom("b", "c"),
      amount: fc.nat({ max: 1000 }),
      period: fc.nat({ max: 2 }),
    }),
    fc.record({ do: fc.constant("reserve" as const), amounts: fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 })) }),
    fc.record({
      do: fc.constant("settle" as const),
      which: fc.nat(),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.constant({ do: "draft" as const }),
    fc.record({ do: fc.constant("wait" as const), ms: fc.nat({ max: 20_000 }) }),
  );

  it("never reserves more than it was granted, and loses nothing, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const book = createLeaseBook();
        const open: { reservation: LeaseReservation; amounts: readonly [number, number] }[] = [];
        const sums = { granted: 0, consumed: 0, returned: 0 };
        let now = 0;
        for (const action of steps) {
          switch (action.do) {
            case "grant": {
              const { budget: budgetId, amount, period } = action;
              const times = { periodStart: period * DAY, periodEnd: (period + 1) * DAY };
              give(book, [grant(amount, { budgetId, ...times })], now);
              sums.granted += amount;
              break;
            }
            case "reserve": {
              const [first, second] = action.amounts;
              const asks = [
                { budgetId: "b", amount: first },
                { budgetId: "c", amount: second },
              ];
              const outcome = book.tryReserve(asks, now);
              if (outcome.ok) open.push({ reservation: outcome.reservation, amounts: action.amounts });
              break;
            }
            case "settle": {
              const [one] = open.length === 0 ? [] : open.splice(action.which % open.length, 1);
              if (one === undefined) break;
              const actual = one.amounts.map((amount) => Math.floor(amount * action.share));
              book.settle(one.reservation, actual);
              sums.consumed += actual.reduce((sum, amount) => sum + amount, 0);
              break;
            }
            case "draft":
              for (const { amount } of book.draft(now).returns) sums.returned += amount;
              break;
            case "wait":
              now += action.ms;
              break;
          }
          for (const view of book.holdings()) {
            expect(view.free).toBeGreaterThanOrEqual(0);
            expect(view.granted).toBe(view.free + view.reserved + view.consumed + view.returned);
          }
        }
        for (const { reservation } of open) book.settle(reservation, [0, 0]);
        for (const { amount } of book.surrender()) sums.returned += amount;
        expect(sums.granted).toBe(sums.consumed + sums.returned);
      }),
      { numRuns: 1_000 },
    );
  });
});
