export type Locale = "fr" | "en";

const TIME_ZONE = "Europe/Paris";
const NO_BREAK = "\u00a0";

/** Every figure, date and duration of the console, for one language. Pure: the same value always prints the same. */
export interface Format {
  readonly locale: Locale;
  integer(value: number): string;
  /** Up to `digits` decimals, none when the value is whole. */
  decimal(value: number, digits?: number): string;
  euro(value: number, digits?: number): string;
  /** `share` of 1, with one decimal. */
  percent(share: number, digits?: number): string;
  /** The value with its unit after a no-break space. */
  unit(value: number, unit: string, digits?: number): string;
  milliseconds(ms: number): string;
  kilograms(kg: number): string;
  date(iso: string): string;
  shortDate(iso: string): string;
  weekday(iso: string): string;
  time(iso: string): string;
  timeWithSeconds(iso: string): string;
  dateTime(iso: string): string;
  month(iso: string): string;
  /** "–" when there is nothing; 0 stays 0, since it was measured. */
  orNone(value: number | null | undefined, print: (value: number) => string): string;
}

/** Puts the design's spaces and minus sign into what `Intl` prints. */
const tidy = (text: string): string => text.replaceAll("\u202f", NO_BREAK).replace(/-(?=[\d€])/u, "\u2212");

export const NONE = "–";

export function makeFormat(locale: Locale): Format {
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const number = (value: number, options: Intl.NumberFormatOptions): string =>
    tidy(new Intl.NumberFormat(tag, options).format(value));
  const date = (iso: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, ...options }).format(new Date(iso));
  const decimal = (value: number, digits = 1): string => number(value, { maximumFractionDigits: digits });
  const fixed = (value: number, digits: number): string =>
    number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const format: Format = {
    locale,
    integer: (value) => number(Math.round(value), {}),
    decimal,
    euro: (value, digits = 2) =>
      number(value, {
        style: "currency",
        currency: "EUR",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    percent: (share, digits = 1) =>
      locale === "fr" ? `${fixed(share * 100, digits)}${NO_BREAK}%` : `${fixed(share * 100, digits)}%`,
    unit: (value, unit, digits = 1) => `${decimal(value, digits)}${NO_BREAK}${unit}`,
    milliseconds: (ms) => {
      if (ms >= 1000) return `${fixed(ms / 1000, 1)}${NO_BREAK}s`;
      return ms >= 10 ? `${fixed(ms, 0)}${NO_BREAK}ms` : `${fixed(ms, ms < 1 ? 2 : 1)}${NO_BREAK}ms`;
    },
    kilograms: (kg) =>
      kg !== 0 && Math.abs(kg) < 1 ? `${decimal(kg * 1000, 1)}${NO_BREAK}g` : `${decimal(kg, 1)}${NO_BREAK}kg`,
    date: (iso) => date(iso, { day: "numeric", month: "long", year: "numeric" }),
    shortDate: (iso) => date(iso, { day: "numeric", month: "short" }),
    weekday: (iso) => date(iso, { weekday: "long", day: "numeric", month: "long" }),
    time: (iso) => date(iso, { hour: "2-digit", minute: "2-digit" }),
    timeWithSeconds: (iso) => date(iso, { hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    dateTime: (iso) => `${format.date(iso)}, ${format.time(iso)}`,
    month: (iso) => date(iso, { month: "long", year: "numeric" }),
    orNone: (value, print) => (value === null || value === undefined ? NONE : print(value)),
  };
  return format;
}
