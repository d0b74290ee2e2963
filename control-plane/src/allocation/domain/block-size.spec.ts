import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockSize } from "./block-size.js";

describe("blockSize", () => {
  it("gives all that is wanted while there is plenty", () => {
    expect(blockSize({ least: 10, wanted: 1000, left: 100_000, replicas: 3 })).toBe(1000);
  });

  it("splits what is left between replicas when it runs low, but never under the least that is of use", () => {
    expect(blockSize({ least: 10, wanted: 1000, left: 600, replicas: 3 })).toBe(100);
    expect(blockSize({ least: 250, wanted: 1000, left: 600, replicas: 3 })).toBe(250);
    expect(blockSize({ least: 10, wanted: 1000, left: 600, replicas: 1 })).toBe(600);
  });

  it("gives the little that is left when even the least does not fit, and nothing of nothing", () => {
    expect(blockSize({ least: 250, wanted: 1000, left: 40, replicas: 3 })).toBe(40);
    expect(blockSize({ least: 250, wanted: 1000, left: 0, replicas: 3 })).toBe(0);
  });

  it("never exceeds what is left and always moves on while something is", () => {
    const amount = fc.nat(1_000_000);
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 1_000_000 }),
        amount,
        fc.integer({ min: 1, max: 20 }),
        (least, wanted, left, replicas) => {
          const granted = blockSize({ least, wanted, left, replicas });
          expect(granted).toBeLessThanOrEqual(left);
          if (left > 0) expect(granted).toBeGreaterThan(0);
        },
      ),
    );
  });
});
