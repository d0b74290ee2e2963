import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { BORROWING } from "./tiers.js";

it("tells what live capacity lacks to all that was promised", () => {
  const rights = [aRight("a", { nominal: 3 }), aRight("b", { nominal: 2 })];
  const pool = new FairPool(["a/x", "b/x"], rights, 8);
  expect(pool.shares.shortGpus()).toBe(0);
  pool.follow(rights, 4);
  expect(pool.shares.shortGpus()).toBe(1);
});

describe("the charge of a request that runs", () => {
  const scene = () => {
    const { shares } = new FairPool(["a/x", "b/x"], [], 8);
    const leaf = shares.tree.indexOf.get("a/x") ?? -1;
    const charged = () => shares.counters.counterOf(leaf, BORROWING);
    // A quarter of a GPU.
    return { shares, charged, charge: shares.dispatch(leaf, 1, 250_000, 0) };
  };

  it("is what was told of its service, either way", () => {
    const { shares, charged, charge } = scene();
    shares.progress(charge, 3, 10);
    expect(charged()).toBe(3);
    shares.progress(charge, 2, 20);
    expect(charged()).toBe(2);
    shares.end(charge, 0.5);
    expect(charged()).toBe(0.5);
  });

  it("rises by the time in which it takes its place while nothing is told", () => {
    const { shares, charged, charge } = scene();
    shares.accrue(99);
    expect(charged()).toBe(1);
    shares.accrue(2_000);
    expect(charged()).toBe(1.5);
    shares.progress(charge, 1.2, 2_050);
    shares.accrue(2_100);
    expect(charged()).toBe(1.2);
    shares.accrue(2_450);
    expect(charged()).toBeCloseTo(1.3, 9);
    shares.vacate(charge);
    shares.accrue(9_000);
    expect(charged()).toBeCloseTo(1.3, 9);
    shares.end(charge, 2);
    expect(charged()).toBe(2);
    shares.progress(charge, 5, 9_100);
    expect(charged()).toBe(2);
  });
});
