import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../kernel/fold.js";
import { freeSlug } from "./free-slug.js";
import { slugOf } from "./slug.js";

describe("slugs", () => {
  it.each([
    ["L'Assistant", "l-assistant"],
    ["Mémoire IA (Bercy)", "memoire-ia-bercy"],
    ["Œuvres numérisées", "oeuvres-numerisees"],
    ["…", ""],
  ])("makes of %j %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("are words of letters and digits, of any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(slugOf(name)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugOf(name).length).toBeLessThanOrEqual(60);
        expect(fold(fold(name))).toBe(fold(name));
      }),
    );
  });

  it("take the first free number", () => {
    expect(freeSlug("courrier", [])).toBe("courrier");
    expect(freeSlug("courrier", ["courrier-2", "courriers"])).toBe("courrier");
    expect(freeSlug("courrier", ["courrier", "courrier-2", "courrier-4"])).toBe("courrier-3");
  });
});
