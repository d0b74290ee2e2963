import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CEILING_UNITS,
  CEILING_UNIT_NAMES,
  LIMITS,
  budgetReading,
  BUDGET_UNITS,
  ceilingAmount,
} from "./ceiling-units.js";
import { QUANTITIES, QUANTITY_NAMES, addAmounts, shownAmount, type Amounts } from "./quantities.js";

const amounts = fc.record(Object.fromEntries(QUANTITY_NAMES.map((name) => [name, fc.nat({ max: 2 ** 31 })])), {
  requiredKeys: [],
}) as fc.Arbitrary<Amounts>;

describe("the table of quantities", () => {
  it("counts against ceilings what somebody bounds before the request runs", () => {
    for (const unit of CEILING_UNIT_NAMES) {
      for (const quantity of CEILING_UNITS[unit].of) expect(QUANTITIES[quantity].origin).not.toBe("clock");
    }
  });

  it("names each kind of limit once", () => {
    expect(LIMITS).toEqual({
      concurrency: { unit: "request", window: "always" },
      rpm: { unit: "request", window: "minute" },
      rpd: { unit: "request", window: "day" },
      tpm: { unit: "token", window: "minute" },
      tpd: { unit: "token", window: "day" },
    });
  });

  it("reads a budget's unit as many of the quantity's own: an hour of GPU is 3,600 GPU-seconds", () => {
    const shown = BUDGET_UNITS.map((unit) => {
      const { of, step } = CEILING_UNITS[unit];
      return [budgetReading(unit).name, shownAmount(of[0], budgetReading(unit).perUnit * step)];
    });
    expect(shown).toEqual([
      ["TOKEN", 1],
      ["EURO", 1],
      ["GPU_HOUR", 3_600],
      ["KG_CO2E", 1],
    ]);
  });

  it("adds whole numbers whatever the order", () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        expect(addAmounts(addAmounts(a, b), c)).toEqual(addAmounts(a, addAmounts(c, b)));
      }),
    );
  });

  it("never counts a use above its bound", () => {
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom(...CEILING_UNIT_NAMES), (use, more, unit) => {
        const bound = addAmounts(use, more);
        expect(ceilingAmount(unit, use, "use")).toBeLessThanOrEqual(ceilingAmount(unit, bound, "bound"));
      }),
    );
  });
});
