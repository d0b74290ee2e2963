import type { Locale } from "./format";

/** The first of the browser's languages that the console speaks; French for a browser that speaks neither. */
export function localeOf(languages: readonly string[]): Locale {
  const spoken = languages.map((language) => language.toLowerCase().split("-")[0]);
  return spoken.find((language): language is Locale => language === "fr" || language === "en") ?? "fr";
}
