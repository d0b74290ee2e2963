import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { BORROWING } from "./tiers.js";
import { HISTORY_HALF_LIFE_MS } from "./usage-history.js";

const SECOND = 1_000;
const WHOLE = { numRuns: 1_000 };
const factors = (historyFactor: number) => ["a", "b"].map((id) => aRight(id, { historyFactor }));

/** Two nodes without rights on one GPU; `a` used all of it for a while. */
const afterUse = (historyFactor: number, seconds = 600) => {
  const pool = new FairPool(["a/x", "b/x"], factors(historyFactor), 1);
  const charge = pool.shares.dispatch(pool.node("a/x"), seconds, 0, 0);
  pool.shares.end(charge, seconds);
  pool.now = seconds * SECOND;
  pool.shares.history.keepUp(pool.now);
  return pool;
};
const weightOf = (pool: FairPool, id: string) => pool.shares.history.weights[pool.node(id)] ?? NaN;

describe("history in the surplus", () => {
  it("follows P = max(0, W + k·(W − U)) of the pool's capacity, and leaves weights alone without a factor", () => {
    // W = 1/2 each, U = 1 and 0, of a sum of weights of 2.
    const half = afterUse(0.5);
    expect([weightOf(half, "a"), weightOf(half, "b")].map((weight) => Number(weight.toFixed(3)))).toEqual([0.5, 1.5]);
    const none = afterUse(0);
    expect([weightOf(none, "a"), weightOf(none, "b")]).toEqual([1, 1]);
  });

  it("orders the surplus: who used much runs the less, and when nobody else waits all the same", () => {
    const pool = afterUse(0.5);
    for (let times = 0; times < 40; times += 1) {
      pool.arrive("a/x");
      pool.arrive("b/x");
    }
    const served = Array.from({ length: 40 }, () => {
      const done = pool.dispatch();
      if (done !== null) pool.shares.end(done.charge, 1);
      return done?.ticket.leafId;
    });
    expect(served.filter((leaf) => leaf === "b/x").length).toBeGreaterThanOrEqual(29);
    const spent = afterUse(2);
    expect(weightOf(spent, "a")).toBe(0);
    spent.arrive("a/x");
    const alone = spent.dispatch();
    expect(alone?.ticket.leafId).toBe("a/x");
    if (alone !== null) spent.shares.end(alone.charge, 1);
    spent.arrive("a/x");
    spent.arrive("b/x");
    expect(spent.dispatch()?.ticket.leafId).toBe("b/x");
  });

  it("forgets by half each half-life, and outlives a change of rights", () => {
    const pool = afterUse(0.5);
    expect(pool.shares.history.partOf(pool.node("a"))).toBeCloseTo(1, 2);
    pool.follow(factors(0.5), 1);
    expect(pool.shares.history.partOf(pool.node("a"))).toBeCloseTo(1, 2);
    pool.now += HISTORY_HALF_LIFE_MS;
    pool.follow(factors(0.5), 1);
    // What was used then is as nothing beside a week of capacity.
    expect(pool.shares.history.partOf(pool.node("a"))).toBeLessThan(0.002);
    expect(weightOf(pool, "a")).toBeGreaterThan(0.99);
  });

  it("keeps the sum of the weights while nobody is left with none, and never makes one negative", () => {
    const use = fc.array(fc.record({ node: fc.constantFrom("a", "b", "c"), seconds: fc.nat({ max: 100 }) }));
    const k = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(use, k, fc.integer({ min: 1, max: 4 }), (uses, historyFactor, weight) => {
        const rights = ["a", "b", "c"].map((id) => aRight(id, { historyFactor, weight: id === "a" ? weight : 1 }));
        const pool = new FairPool(["a/x", "b/x", "c/x"], rights, 1);
        let total = 0;
        for (const { node, seconds } of uses) {
          pool.shares.end(pool.shares.dispatch(pool.node(`${node}/x`), seconds, 0, pool.now), seconds);
          pool.now += seconds * SECOND;
          total += seconds;
        }
        pool.now += SECOND;
        pool.shares.history.keepUp(pool.now);
        const weights = ["a", "b", "c"].map((id) => weightOf(pool, id));
        for (const each of weights) expect(each).toBeGreaterThanOrEqual(0);
        const sum = weights.reduce((all, each) => all + each, 0);
        // Capacity that nobody used adds to everybody; none taken from whom it would make negative.
        if (weights.every((each) => each > 0)) expect(sum).toBeGreaterThanOrEqual(weight + 2 - 1e-6);
        expect(pool.shares.history.partOf(pool.node("a"))).toBeLessThanOrEqual(total === 0 ? 0 : 1.0001);
      }),
      WHOLE,
    );
  });

  it("leaves rights as they are", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { nominal: 1, historyFactor: 3 }), aRight("b")], 2);
    pool.shares.end(pool.shares.dispatch(pool.node("a/x"), 1_000, 0, 0), 1_000);
    pool.now = 1_000 * SECOND;
    pool.shares.history.keepUp(pool.now);
    expect(pool.shares.counters.weightless(pool.node("a"), BORROWING - 1)).toBe(false);
    expect(pool.shares.quota.subtree[pool.node("a")]).toBe(1e6);
  });
});
