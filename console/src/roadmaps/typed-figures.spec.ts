import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureOf, figureOrNull, isFigure, isWhole, isWholeOrNone, MOST_EUROS, typedFigure } from "./typed-figures";

describe("a typed figure", () => {
  it.each([
    ["61 000 000", 61_000_000],
    ["61\u202f000\u00a0000 €", 61_000_000],
    ["\u2212400 000", -400_000],
    ["12,5 %", 12.5],
    ["", Number.NaN],
    ["douze", Number.NaN],
  ])("reads %j", (typed, figure) => {
    expect(figureOf(typed)).toBe(figure);
  });

  it("is shown with its thousands apart, and read again as it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MOST_EUROS, max: MOST_EUROS }), (figure) => {
        expect(figureOf(typedFigure(figure))).toBe(figure);
      }),
    );
    expect(typedFigure(61_000_000)).toBe("61\u00a0000\u00a0000");
  });

  it("is whole and within its bounds, or is not", () => {
    expect([isWhole("0", 0, 10), isWhole("10", 0, 10), isWhole("11", 0, 10), isWhole("1,5", 0, 10)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([isFigure("1,5", 0, 10), isFigure("-1", 0, 10), isFigure("", 0, 10)]).toEqual([true, false, false]);
  });

  it("may be left out where it is not asked for", () => {
    expect([isWholeOrNone(" ", 0, 10), isWholeOrNone("x", 0, 10)]).toEqual([true, false]);
    expect([figureOrNull(" "), figureOrNull("7")]).toEqual([null, 7]);
  });
});
