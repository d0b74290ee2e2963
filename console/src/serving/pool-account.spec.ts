import { describe, expect, it } from "vitest";
import type { PoolLiveLine } from "../generated/operations";
import { poolLines, poolTotals } from "./pool-account";

const line = (name: string | null, nominal: number, gpuSeconds: number): PoolLiveLine => ({
  organisation: name === null ? null : { id: name, slug: name, name, acronym: null, kind: "MINISTRY" },
  nominal,
  guarantee: 0,
  occupied: 1,
  lent: 0,
  borrowed: 0,
  free: nominal - 1,
  running: 1,
  waiting: 2,
  gpuSeconds,
  share: 0,
});
const live = {
  at: null,
  replicas: 1,
  physical: 40,
  allocated: 32,
  reserve: 8,
  occupiedWithinRight: 3,
  borrowed: 0,
  lent: 0,
  free: 29,
  rows: [line(null, 8, 0), line("b", 12, 1), line("a", 20, 2)],
};

describe("account of a pool", () => {
  it("orders its lines by right and puts the reserve last", () => {
    expect(poolLines(live).map((row) => row.id)).toEqual(["a", "b", "reserve"]);
  });
  it("prints shares that add up", () => {
    expect(poolLines(live).reduce((sum, row) => sum + row.printedShare, 0)).toBeCloseTo(1, 10);
  });
  it("sums each column", () => {
    expect(poolTotals(live.rows)).toMatchObject({ nominal: 40, occupied: 3, waiting: 6, gpuSeconds: 3 });
  });
});
