import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { batchToCut, leastRunMs, MOST_CUTS } from "./cut-batch.js";
import type { RunningBatch } from "./cut-batch.js";

const NOW = 10_000;
const GPU = 1e6;

/** Batch requests that run, started one after another, each long ago. */
const running = (pool: FairPool, leaves: readonly string[], over: Partial<RunningBatch> = {}): RunningBatch[] =>
  leaves.map((leaf, startedAt) => {
    const charge = pool.shares.dispatch(pool.node(leaf), 1, GPU, 0);
    return { charge, startedAt, cuts: 0, requeueable: true, ...over };
  });

const full = () => {
  const pool = new FairPool(
    ["a/x", "a/y", "b/x", "c/x"],
    [aRight("a", { nominal: 2 }), aRight("b", { nominal: 2 })],
    6,
  );
  return { pool, batches: running(pool, ["b/x", "b/x", "b/x", "c/x", "c/x", "c/x"]) };
};
const cutFor = (pool: FairPool, leaf: string, batches: readonly RunningBatch[], gpus = 1) =>
  batchToCut(pool.shares, { leaf: pool.node(leaf), occupied: gpus * GPU }, batches, NOW);

describe("batch that gives way", () => {
  it("is the newest of who borrows most", () => {
    const { pool, batches } = full();
    const { batch } = cutFor(pool, "a/x", batches);
    expect([batch?.charge.leafId, batch?.startedAt]).toEqual(["c/x", 5]);
  });

  it("is nobody's whose answer has begun, or who was cut too often", () => {
    const { pool, batches } = full();
    const begun = batches.map((each) => ({ ...each, requeueable: each.charge.leafId === "b/x" }));
    expect(cutFor(pool, "a/x", begun).batch?.charge.leafId).toBe("b/x");
    const cutOften = batches.map((each) => ({ ...each, cuts: MOST_CUTS }));
    expect(cutFor(pool, "a/x", cutOften)).toEqual({ batch: null, againInMs: Infinity });
    expect(cutFor(pool, "a/x", [])).toEqual({ batch: null, againInMs: Infinity });
  });

  it("is nobody's when the asker would go beyond its own right, or has none", () => {
    const { pool, batches } = full();
    expect(cutFor(pool, "a/x", batches, 3).batch).toBeNull();
    expect(cutFor(pool, "c/x", batches).batch).toBeNull();
  });

  it("is that of the same right when nobody borrows, the newest first", () => {
    const pool = new FairPool(["a/x", "a/y", "b/x"], [aRight("a", { nominal: 2 }), aRight("b", { nominal: 2 })], 4);
    const batches = running(pool, ["a/y", "a/y", "b/x", "b/x"]);
    expect(cutFor(pool, "a/x", batches).batch?.startedAt).toBe(1);
  });

  it("has run for a while first, longer after each cut; until then the time is told", () => {
    const { pool, batches } = full();
    const [one] = batches.slice(3).map((each) => ({ ...each, startedAt: NOW - 500, cuts: 1 }));
    expect(one && cutFor(pool, "a/x", [one])).toEqual({ batch: null, againInMs: 1_500 });
    expect([0, 1, 2].map(leastRunMs)).toEqual([1_000, 2_000, 4_000]);
  });

  it("waits until the asker is within its right again", () => {
    const { pool, batches } = full();
    pool.shares.buckets.take(pool.node("a"), 1, 1e3);
    const { batch, againInMs } = cutFor(pool, "a/x", batches);
    expect(batch).toBeNull();
    expect(againInMs).toBeGreaterThan(100_000);
    expect(againInMs).toBeLessThan(Infinity);
    pool.shares.buckets.take(pool.node("a"), 1, -1e3);
    expect(cutFor(pool, "a/x", batches).batch).not.toBeNull();
  });

  it("is always one that may be cut, of a borrower or of the asker's own right, and leaves the asker within it", () => {
    const leaves = ["a/x", "a/y", "b/x", "b/y", "c/x"];
    const rights = fc.record({ a: fc.nat({ max: 4 }), b: fc.nat({ max: 4 }), gpus: fc.integer({ min: 4, max: 12 }) });
    const batch = fc.record({
      leaf: fc.constantFrom(...leaves),
      startedAt: fc.nat({ max: NOW }),
      cuts: fc.nat({ max: MOST_CUTS + 1 }),
      requeueable: fc.boolean(),
    });
    fc.assert(
      fc.property(
        rights,
        fc.array(batch, { maxLength: 12 }),
        fc.constantFrom(...leaves),
        ({ a, b, gpus }, runs, leaf) => {
          const granted = [aRight("a", { nominal: a }), aRight("b", { nominal: b })];
          const pool = new FairPool(leaves, granted, gpus);
          const batches = runs.map(({ leaf: of, ...over }) => ({
            ...running(pool, [of])[0],
            ...over,
          })) as RunningBatch[];
          const { batch: cut, againInMs } = cutFor(pool, leaf, batches);
          expect(againInMs).toBeGreaterThan(0);
          if (cut === null) return;
          expect(cut.requeueable && cut.cuts < MOST_CUTS && NOW - cut.startedAt >= leastRunMs(cut.cuts)).toBe(true);
          const topOf = (of: string): number => pool.node(of.slice(0, 1));
          const { quota, buckets } = pool.shares;
          const asks = topOf(leaf);
          expect(buckets.msUntilRight(asks, NOW)).toBe(0);
          const gives = topOf(cut.charge.leafId);
          if (gives === asks) return;
          expect(quota.borrowed(gives)).toBeGreaterThan(0);
          expect((quota.usage[asks] ?? 0) + GPU).toBeLessThanOrEqual(quota.subtree[asks] ?? 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
