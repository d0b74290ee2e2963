import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { batchToCut } from "./cut-batch.js";

const full = () => {
  const pool = new FairPool(["a/x", "b/x", "c/x"], [aRight("a", { nominal: 2 }), aRight("b", { nominal: 2 })], 6);
  const running = ["b/x", "b/x", "b/x", "c/x", "c/x", "c/x"].map((leaf, startedAt) => {
    pool.arrive(leaf, { serviceClass: "batch" });
    const done = pool.dispatch();
    if (done === null) throw new Error("unexpected");
    return { charge: done.charge, startedAt, requeueable: true };
  });
  return { pool, running };
};

describe("batch that gives way", () => {
  it("is the newest of who borrows most", () => {
    const { pool, running } = full();
    const cut = batchToCut(pool.shares, pool.node("a/x"), 1e6, running);
    expect([cut?.charge.leafId, cut?.startedAt]).toEqual(["c/x", 5]);
  });

  it("is nobody's whose answer has begun", () => {
    const { pool, running } = full();
    const begun = running.map((each) => ({ ...each, requeueable: each.charge.leafId === "b/x" }));
    expect(batchToCut(pool.shares, pool.node("a/x"), 1e6, begun)?.charge.leafId).toBe("b/x");
    expect(batchToCut(pool.shares, pool.node("a/x"), 1e6, [])).toBeNull();
  });

  it("is nobody's when the asker would go beyond its own right", () => {
    const { pool, running } = full();
    expect(batchToCut(pool.shares, pool.node("a/x"), 3e6, running)).toBeNull();
    expect(batchToCut(pool.shares, pool.node("c/x"), 1e6, running)).toBeNull();
  });
});
