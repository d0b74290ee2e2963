export type Locale = "fr" | "en";

const TIME_ZONE = "Europe/Paris";
const NO_BREAK = "\u00a0";

/** Every figure, date and duration of the console, for one language. Pure: the same value always prints the same. */
export interface Format {
  readonly locale: Locale;
  readonly integer: (value: number) => string;
  /** Up to `digits` decimals, none when the value is whole. */
  readonly decimal: (value: number, digits?: number) => string;
  /** Exactly `digits` decimals, so that a column lines up. */
  readonly fixed: (value: number, digits: number) => string;
  readonly euro: (value: number, digits?: number) => string;
  /** Euros with as many decimals as a small amount needs to be read: 0.000123 is not "0.00". */
  readonly smallEuro: (value: number) => string;
  /** A tick of an axis: three significant figures below 1. */
  readonly tick: (value: number) => string;
  /** `share` of 1, with one decimal. */
  readonly percent: (share: number, digits?: number) => string;
  /** The value with its unit after a no-break space. */
  readonly unit: (value: number, unit: string, digits?: number) => string;
  readonly milliseconds: (ms: number) => string;
  readonly kilograms: (kg: number) => string;
  readonly date: (iso: string) => string;
  readonly shortDate: (iso: string) => string;
  readonly weekday: (iso: string) => string;
  readonly time: (iso: string) => string;
  readonly timeWithSeconds: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  readonly month: (iso: string) => string;
  /** "–" when there is nothing; 0 stays 0, since it was measured. */
  readonly orNone: (value: number | null | undefined, print: (value: number) => string) => string;
}

/** Puts the design's spaces and minus sign into what `Intl` prints. */
const tidy = (text: string): string => text.replaceAll("\u202f", NO_BREAK).replace(/-(?=[\d€])/u, "\u2212");

export const NONE = "–";

/** `least` decimals, or as many more as three significant figures of a small value take. */
export function decimalsFor(value: number, least: number): number {
  const size = Math.abs(value);
  return size === 0 || size >= 1 ? least : Math.max(least, Math.ceil(-Math.log10(size)) + 2);
}

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
    fixed,
    euro: (value, digits = 2) =>
      number(value, {
        style: "currency",
        currency: "EUR",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    smallEuro: (value) => format.euro(value, decimalsFor(value, 2)),
    tick: (value) => decimal(value, decimalsFor(value, 2)),
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
