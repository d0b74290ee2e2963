import { describe, expect, it } from "vitest";
import { localeOf } from "./browser-locale";

describe("the language of the first visit", () => {
  it.each([
    [["en-GB", "fr"], "en"],
    [["fr-FR", "en"], "fr"],
    [["de", "en-US", "fr"], "en"],
    [["pt-BR"], "fr"],
    [[], "fr"],
  ] as const)("of a browser that asks for %s is %s", (languages, locale) => {
    expect(localeOf(languages)).toBe(locale);
  });
});
