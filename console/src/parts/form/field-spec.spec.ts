import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureOf, figureOrNull, linesOf, problemOf, problemsIn, typedFigure, type FieldSpec } from "./field-spec";

const spec = (fields: Partial<FieldSpec>): FieldSpec => ({ name: "it", kind: "line", ...fields });

describe("problemOf", () => {
  it.each<[Partial<FieldSpec>, string, ReturnType<typeof problemOf>]>([
    [{}, "  ", "missing"],
    [{ optional: true }, "  ", null],
    [{ kind: "yes" }, "", null],
    [{ min: 3 }, " ab ", "short"],
    [{ max: 2 }, "abc", "long"],
    [{ pattern: /^[a-z]+$/u }, "A1", "form"],
    [{ kind: "whole" }, "1,5", "whole"],
    [{ kind: "whole", min: 0 }, "-1", "low"],
    [{ kind: "whole", max: 5 }, "6", "high"],
    [{ kind: "whole" }, "12 500", null],
    [{ kind: "number" }, "beaucoup", "number"],
    [{ kind: "number" }, "12,5", null],
    [{ kind: "url" }, "nulle part", "url"],
    [{ kind: "url" }, "https://data.example/a", null],
    [{ kind: "country" }, "France", "country"],
    [{ kind: "email" }, "agent", "form"],
    [{ kind: "email" }, "agent@economie.example", null],
    [{ kind: "own" }, "", null],
    [{ kind: "rows", columns: [spec({ name: "title" })] }, '[{"title":""}]', "form"],
    [{ kind: "rows", columns: [spec({ name: "title" })] }, '[{"title":"Pilote"}]', null],
    [{ kind: "rows", wrongRow: () => "no" }, "[{}]", "form"],
    [{ kind: "lines", max: 3 }, "abc\ndéfg", "long"],
  ])("of %o as %j is %s", (fields, typed, problem) => {
    expect(problemOf(spec(fields), typed)).toBe(problem);
  });

  it("says nothing of a whole number within its bounds, however it is grouped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom("fr-FR", "en-GB"), (value, locale) => {
        const typed = new Intl.NumberFormat(locale, { useGrouping: locale === "fr-FR" }).format(value);
        expect(figureOf(typed)).toBe(value);
        expect(problemOf(spec({ kind: "whole", min: 0, max: 10_000_000 }), typed)).toBeNull();
      }),
    );
  });
});

describe("problemsIn", () => {
  it("keeps the order of the form, and takes what was never typed as empty", () => {
    const specs = [spec({ name: "b" }), spec({ name: "a", optional: true }), spec({ name: "c" })];
    expect([...problemsIn(specs, { a: "x" })]).toEqual([
      ["b", "missing"],
      ["c", "missing"],
    ]);
  });
});

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
    const most = 100_000_000_000;
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), (figure) => {
        expect(figureOf(typedFigure(figure))).toBe(figure);
      }),
    );
    expect(typedFigure(61_000_000)).toBe("61\u00a0000\u00a0000");
  });

  it("may be left out where it is not asked for", () => {
    expect([figureOrNull(" "), figureOrNull("7")]).toEqual([null, 7]);
  });
});

describe("linesOf", () => {
  it("leaves out empty lines and the spaces around", () => {
    expect(linesOf(" un \r\n\n deux")).toEqual(["un", "deux"]);
  });
});
