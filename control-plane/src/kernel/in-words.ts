import type { ReportLanguage } from "./report-table.js";

const LOCALES: Readonly<Record<ReportLanguage, string>> = { fr: "fr-FR", en: "en-GB" };

/** A day such as 2026-03-15, as people write it. */
export const dayInWords = (day: string, language: ReportLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A moment as clocks in Paris showed it, to the minute. @param at milliseconds since the epoch */
export const momentInWords = (at: number, language: ReportLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...({ dateStyle: "long", timeStyle: "short" } as const),
    timeZone: "Europe/Paris",
  }).format(at);

/** A figure, to four decimals. */
export const figureInWords = (figure: number, language: ReportLanguage): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 4 }).format(figure);
