import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureOf, linesOf, problemOf, problemsIn, type FieldSpec } from "./field-spec";

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

describe("linesOf", () => {
  it("leaves out empty lines and the spaces around", () => {
    expect(linesOf(" un \r\n\n deux")).toEqual(["un", "deux"]);
  });
});
