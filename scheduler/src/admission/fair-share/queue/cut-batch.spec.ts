import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { batchToCut, leastRunMs, MOST_CUTS } from "./cut-batch.js";
import type { RunningBatch } from "./cut-batch.js";

const NOW = 10_000;
const GPU = 1e6;

/** A server of which every place is taken. */
const FULL = { endpointId: "server", free: 0 };

/** Batch requests that run, started one after another, each long ago. */
const running = (pool: FairPool, leaves: readonly string[], over: Partial<RunningBatch> = {}): RunningBatch[] =>
  leaves.map((leaf, startedAt) => {
    const charge = pool.shares.dispatch(pool.node(leaf), 1, GPU, 0);
    return { charge, startedAt, cuts: 0, server: FULL, ...over };
  });

const full = () => {
  const pool = new FairPool(
    ["a/x", "a/y", "b/x", "c/x"],
    [aRight("a", { nominal: 2 }), aRight("b", { nominal: 2 })],
    6,
  );
  return { pool, batches: running(pool, ["b/x", "b/x", "b/x", "c/x", "c/x", "c/x"]) };
};
/** All that is cut, and the only one. */
const cutAllFor = (pool: FairPool, leaf: string, batches: readonly RunningBatch[], gpus: number, free = 0) =>
  batchToCut(pool.shares, { leaf: pool.node(leaf), sequences: gpus, occupied: gpus * GPU, free }, batches, NOW);
const cutFor = (pool: FairPool, leaf: string, batches: readonly RunningBatch[], gpus = 1) => {
  const { batches: cut, againInMs } = cutAllFor(pool, leaf, batches, gpus);
  expect(cut.length).toBeLessThanOrEqual(1);
  return { batch: cut[0] ?? null, againInMs };
};
const leavesOf = (batches: readonly RunningBatch[]) => batches.map(({ charge }) => charge.leafId);

describe("batch that gives way", () => {
  it("is the newest of who borrows most", () => {
    const { pool, batches } = full();
    const { batch } = cutFor(pool, "a/x", batches);
    expect([batch?.charge.leafId, batch?.startedAt]).toEqual(["c/x", 5]);
  });

  it("is nobody's whose answer has begun, or who was cut too often", () => {
    const { pool, batches } = full();
    const begun = batches.map((each) => ({ ...each, server: each.charge.leafId === "b/x" ? FULL : null }));
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

  it.each([
    [10, 1],
    [1, 10],
  ])("is of the application that has most for its weight, however its weight compares (%d : %d)", (e, d) => {
    const rights = [aRight("a", { nominal: 2 }), aRight("b/e", { weight: e }), aRight("b/d", { weight: d })];
    const pool = new FairPool(["a/x", "b/e", "b/d"], rights, 6);
    const batches = running(pool, ["b/e", "b/e", "b/e", "b/e", "b/e", "b/d"]);
    const { batch } = cutFor(pool, "a/x", batches);
    expect([batch?.charge.leafId, batch?.startedAt]).toEqual(["b/e", 4]);
  });

  it("is as many as are needed, of one server, and none more", () => {
    const pool = new FairPool(["a/x", "b/x", "c/x"], [aRight("a", { nominal: 3 })], 8);
    const on = (endpointId: string, free = 0) => ({ server: { endpointId, free } });
    const here = running(pool, ["b/x", "b/x", "b/x"], on("here"));
    const there = running(pool, ["c/x", "b/x", "b/x"], on("there"));
    const all = [...here, ...there];
    expect(leavesOf(cutAllFor(pool, "a/x", all, 2).batches)).toEqual(["b/x", "b/x"]);
    expect(new Set(cutAllFor(pool, "a/x", all, 3).batches).size).toBe(3);
    // With one place free on each, one has to go.
    const roomy = all.map((each, at) => ({ ...each, ...on(at < 3 ? "here" : "there", 1) }));
    expect(cutAllFor(pool, "a/x", roomy, 2, 1).batches).toHaveLength(1);
    const alone = [here[0], there[0]].filter((each) => each !== undefined);
    expect(cutAllFor(pool, "a/x", alone, 2).batches).toEqual([]);
  });

  it("is one large one rather than a small one beside it", () => {
    const pool = new FairPool(["a/x", "b/x", "c/x"], [aRight("a", { nominal: 2 })], 5);
    const small = running(pool, ["b/x", "b/x", "b/x"], { startedAt: 5 })[0];
    const place = { deploymentId: "d", sequences: 2 };
    const charge = pool.shares.dispatch(pool.node("c/x"), 1, 2 * GPU, 0, place);
    const large = { charge, startedAt: 1, cuts: 0, server: FULL };
    expect(small && leavesOf(cutAllFor(pool, "a/x", [small, large], 2).batches)).toEqual(["c/x"]);
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

  it("leaves the lowest of those that borrow as high for its weight as can be, at each level", () => {
    const leaves = ["b/d", "b/e", "c/d", "c/e"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...leaves), { minLength: 1, maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 6, maxLength: 6 }),
        (runs, weights) => {
          const weightOf = (id: string) => weights[["b", "c", ...leaves].indexOf(id)] ?? 1;
          const rights = ["b", "c", ...leaves].map((id) => aRight(id, { weight: weightOf(id) }));
          const pool = new FairPool(["a/x", ...leaves], [aRight("a", { nominal: 1 }), ...rights], runs.length);
          const { batch } = cutFor(pool, "a/x", running(pool, runs));
          /** Of siblings, the lowest for its weight, were one place less with one of them. */
          const lowest = (ids: readonly string[], less: string) =>
            Math.min(
              ...ids.map((id) => {
                const held = runs.filter((run) => run.startsWith(id)).length;
                return (held - (id === less ? 1 : 0)) / weightOf(id);
              }),
            );
          const cut = batch?.charge.leafId ?? "";
          const ministry = cut.slice(0, 1);
          const here = (ids: readonly string[]) => ids.filter((id) => runs.some((run) => run.startsWith(id)));
          for (const [ids, chosen] of [
            [here(["b", "c"]), ministry],
            [here(leaves.filter((leaf) => leaf.startsWith(ministry))), cut],
          ] as const) {
            for (const other of ids) expect(lowest(ids, chosen)).toBeGreaterThanOrEqual(lowest(ids, other));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("is always one that may be cut, of a borrower or of the asker's own right, and leaves the asker within it", () => {
    const leaves = ["a/x", "a/y", "b/x", "b/y", "c/x"];
    const rights = fc.record({ a: fc.nat({ max: 4 }), b: fc.nat({ max: 4 }), gpus: fc.integer({ min: 4, max: 12 }) });
    const batch = fc.record({
      leaf: fc.constantFrom(...leaves),
      startedAt: fc.nat({ max: NOW }),
      cuts: fc.nat({ max: MOST_CUTS + 1 }),
      server: fc.constantFrom(FULL, null),
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
          const { batches: cuts, againInMs } = cutAllFor(pool, leaf, batches, 1);
          expect(againInMs).toBeGreaterThan(0);
          const topOf = (of: string): number => pool.node(of.slice(0, 1));
          const { quota, buckets } = pool.shares;
          const asks = topOf(leaf);
          for (const cut of cuts) {
            expect(cut.server !== null && cut.cuts < MOST_CUTS).toBe(true);
            expect(NOW - cut.startedAt).toBeGreaterThanOrEqual(leastRunMs(cut.cuts));
            expect(buckets.msUntilRight(asks, NOW)).toBe(0);
            const gives = topOf(cut.charge.leafId);
            if (gives !== asks) {
              expect(quota.borrowed(gives)).toBeGreaterThan(0);
              expect((quota.usage[asks] ?? 0) + GPU).toBeLessThanOrEqual(quota.subtree[asks] ?? 0);
            }
            pool.shares.vacate(cut.charge);
          }
          if (cuts.length > 0) expect(quota.available(pool.node(leaf))).toBeGreaterThanOrEqual(GPU);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
