import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellUnit, cellsOf } from "./gpu-cells";

describe("cells of a pool's line", () => {
  it("show what is used, lent and free inside the right, and what is borrowed beyond", () => {
    expect(cellsOf({ nominal: 24, guarantee: 8, occupied: 14, lent: 8, borrowed: 0 }, 1)).toEqual({
      used: 14,
      lent: 8,
      free: 2,
      borrowed: 0,
      guarantee: 8,
    });
    expect(cellsOf({ nominal: 32, guarantee: 16, occupied: 41, lent: 0, borrowed: 9 }, 1)).toMatchObject({
      used: 32,
      free: 0,
      borrowed: 9,
    });
  });
  it("add up to the right whatever the fractions", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 64 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (nominal, usedShare, lentShare) => {
          const occupied = nominal * usedShare;
          const lent = (nominal - occupied) * lentShare;
          const cells = cellsOf({ nominal, guarantee: 0, occupied, lent, borrowed: 0 }, 1);
          expect(cells.used + cells.lent + cells.free).toBe(nominal);
        },
      ),
    );
  });
  it("group GPUs when a line would be too long", () => {
    const row = { guarantee: 0, occupied: 0, lent: 0, borrowed: 0 };
    expect(cellUnit([{ ...row, nominal: 48 }])).toBe(1);
    expect(cellUnit([{ ...row, nominal: 120 }])).toBe(4);
  });
});
