import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";

const three = [
  aRight("a", { nominal: 3, weight: 3 }),
  aRight("b", { nominal: 2, weight: 2 }),
  aRight("c", { nominal: 1, weight: 1 }),
];

describe("fair queue", () => {
  it("serves guarantee before nominal before borrowing", () => {
    const pool = new FairPool(
      ["a/x", "b/x", "c/x"],
      [aRight("a", { nominal: 2, guarantee: 2 }), aRight("b", { nominal: 2 })],
      8,
    );
    for (const leaf of ["c/x", "b/x", "a/x"]) pool.arrive(leaf);
    expect(pool.served(3)).toEqual(["a/x", "b/x", "c/x"]);
  });

  it("shares what nobody has a right to by weight", () => {
    const weights = [aRight("a", { weight: 3 }), aRight("b", { weight: 2 }), aRight("c", { weight: 1 })];
    const pool = new FairPool(["a/x", "b/x", "c/x"], weights, 60);
    for (const leaf of ["a/x", "b/x", "c/x"]) for (let times = 0; times < 60; times += 1) pool.arrive(leaf);
    const served = pool.served(60);
    expect(["a/x", "b/x", "c/x"].map((leaf) => served.filter((each) => each === leaf).length)).toEqual([30, 20, 10]);
  });

  it("never lends a guarantee, even while it is idle", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { nominal: 3, guarantee: 2 })], 4);
    for (let times = 0; times < 9; times += 1) pool.arrive("b/x");
    expect(pool.served(4)).toEqual(["b/x", "b/x", "nobody", "nobody"]);
    pool.arrive("a/x");
    expect(pool.served(1)).toEqual(["a/x"]);
  });

  it("makes a node beyond its borrow limit wait, and serves another", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { nominal: 1, borrowLimit: 1 })], 6);
    for (const leaf of ["a/x", "a/x", "a/x", "b/x"]) pool.arrive(leaf);
    expect(pool.served(4)).toEqual(["a/x", "a/x", "b/x", "nobody"].sort((x, y) => (x > y ? 1 : -1)));
  });

  it("runs weight 0 only when nobody else waits", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { weight: 0 })], 9);
    for (const leaf of ["a/x", "a/x", "b/x", "b/x"]) pool.arrive(leaf);
    expect(pool.served(4)).toEqual(["b/x", "b/x", "a/x", "a/x"]);
  });

  it("gives who comes back its share at once, and no more for having been away", () => {
    const pool = new FairPool(["a/x", "b/x", "c/x"], three, 6);
    for (let times = 0; times < 40; times += 1) for (const leaf of ["a/x", "c/x"]) pool.arrive(leaf);
    for (let times = 0; times < 30; times += 1) {
      pool.now += 1_000;
      const done = pool.dispatch();
      if (done !== null) pool.shares.end(done.charge, 1);
    }
    for (let times = 0; times < 40; times += 1) pool.arrive("b/x");
    const served: string[] = [];
    for (let times = 0; times < 12; times += 1) {
      pool.now += 167;
      const done = pool.dispatch();
      served.push(done?.ticket.leafId ?? "nobody");
      if (done !== null) pool.shares.end(done.charge, 1);
    }
    expect(served).toContain("b/x");
    expect(served.filter((leaf) => leaf === "b/x").length).toBeLessThanOrEqual(6);
  });

  it("orders a leaf by class with ageing, then deadline, then arrival", () => {
    const pool = new FairPool(["a/x"], [], 9);
    const names = new Map<unknown, string>();
    const arrive = (name: string, serviceClass: "interactive" | "standard" | "batch", deadline = 1e6) =>
      names.set(pool.arrive("a/x", { serviceClass, deadline }), name);
    arrive("old batch", "batch", 900);
    pool.now = 20_000;
    arrive("batch", "batch");
    arrive("standard", "standard");
    arrive("interactive", "interactive");
    arrive("interactive, sooner", "interactive", 1_000);
    const order = Array.from({ length: 5 }, () => names.get(pool.dispatch()?.ticket));
    expect(order).toEqual(["old batch", "interactive, sooner", "interactive", "standard", "batch"]);
  });

  it("holds batch back while the deployment is busy", () => {
    const pool = new FairPool(["a/x", "b/x"], [], 9);
    pool.arrive("a/x", { serviceClass: "batch" });
    expect(pool.dispatch(false)).toBeNull();
    pool.arrive("b/x");
    expect(pool.dispatch(false)?.ticket.leafId).toBe("b/x");
    expect(pool.dispatch(true)?.ticket.leafId).toBe("a/x");
  });

  it("passes over a leaf whose first request cannot run", () => {
    const pool = new FairPool(["a/x", "a/y"], [], 9);
    pool.arrive("a/x");
    pool.arrive("a/y");
    const room = { now: 0, unitsPerSequence: 1, batchAllowed: true };
    expect(pool.queue.next(room, ({ leafId }) => (leafId === "a/y" ? "run" : "pass"))?.leafId).toBe("a/y");
    expect(pool.queue.next(room, () => "stop")).toBeNull();
  });

  it("tells who leaves when more waits than is served in time: the last of who is furthest beyond its right", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("b", { nominal: 1 })], 4);
    const arrive = (leaf: string, over = {}) => pool.arrive(leaf, { pace: 0.5, ...over });
    const flood = Array.from({ length: 9 }, () => arrive("a/x"));
    expect(flood.map((ticket) => pool.queue.overflow(ticket, 4))).toEqual(Array(9).fill(null));
    const within = arrive("b/x");
    expect(pool.queue.overflow(within, 4)).toBe(flood[8]);
    expect(pool.queue.overflow(arrive("a/x", { kept: true }), 4)).toBe(flood[8]);
    expect(pool.queue.knows("z")).toBe(false);
  });

  it("tells a newcomer its place in the whole order, and what is before it of everybody", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { weight: 3 })], 4);
    for (const estimate of [2, 4]) pool.arrive("a/x", { estimate });
    pool.arrive("b/x");
    const standing = (leaf: string, classIndex: number) =>
      pool.queue.standing(leaf, pool.queue.aheadOf(leaf, classIndex), 1, 4);
    // 6 GPU-seconds of its own, the one of the other, and as much as has to end first, on 4 GPUs.
    expect(standing("a/x", 1)).toEqual({ position: 4, predictedWaitMs: 2_000 });
    // Behind one of its own, three times as much of the other as the weights say.
    expect(standing("b/x", 1)).toEqual({ position: 3, predictedWaitMs: 1_250 });
    expect(standing("a/x", 0)).toEqual({ position: 1, predictedWaitMs: 250 });
  });

  it("keeps who waits, what runs and who was served when the rights change", () => {
    const pool = new FairPool(["a/x", "b/x"], three.slice(0, 2), 6);
    const kept = ["a/x", "b/x", "a/x"].map((leaf) => pool.arrive(leaf));
    const first = pool.dispatch();
    pool.follow([aRight("a", { nominal: 1 })], 6);
    pool.queue.waitingUnder(0);
    for (const { leafId, waiting } of kept) if (waiting) pool.shares.counters.resume(pool.node(leafId));
    expect(pool.queue.length).toBe(2);
    expect(pool.shares.quota.usage[pool.node("state")]).toBe(1e6);
    if (first !== null) pool.shares.end(first.charge, 1);
    expect(pool.shares.quota.usage[pool.node("state")]).toBe(0);
    expect(new Set(pool.served(2))).toEqual(new Set(["a/x", "b/x"]));
  });
});
