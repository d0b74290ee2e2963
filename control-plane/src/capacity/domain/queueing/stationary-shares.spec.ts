import { describe, expect, it } from "vitest";
import { stationaryShares } from "./stationary-shares.js";

describe("shares of the states of a chain", () => {
  it("are left as they are by a step of it", () => {
    const rows = [
      [0.5, 0.3, 0.2],
      [0.1, 0.6, 0.3],
      [0.25, 0, 0.75],
    ];
    const shares = stationaryShares(Float64Array.from(rows.flat()), 3);
    for (let to = 0; to < 3; to += 1) {
      const after = rows.reduce((sum, row, from) => sum + (shares[from] ?? NaN) * (row[to] ?? NaN), 0);
      expect(after).toBeCloseTo(shares[to] ?? NaN, 12);
    }
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
