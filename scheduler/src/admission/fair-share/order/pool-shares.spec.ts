import { expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";

it("tells what live capacity lacks to all that was promised", () => {
  const rights = [aRight("a", { nominal: 3 }), aRight("b", { nominal: 2 })];
  const pool = new FairPool(["a/x", "b/x"], rights, 8);
  expect(pool.shares.shortGpus()).toBe(0);
  pool.follow(rights, 4);
  expect(pool.shares.shortGpus()).toBe(1);
});
