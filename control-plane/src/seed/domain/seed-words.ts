import type { SeedPast } from "./seed-past.js";

const DAY_MS = 86_400_000;
/** Hour at which a day's acts begin, UTC: morning in Paris all the year. */
const MORNING_HOURS = 8;
const MINUTES_BETWEEN_ACTS = 2;

/** `$day+45`, `$time-3`, `$quarter+1`, `$year`: counted from the day of reading. */
const TIME_WORD = /\$(day|time|quarter|year)([+-]\d+)?/g;
/** `$name`, `$name.field` and `$kind:slug`. */
const NAME_WORD = /\$([a-z][a-z0-9-]*(?::[A-Za-z0-9@.-]*[A-Za-z0-9])?)(?:\.([a-z]+))?/g;

/** The words of time in every text and key of a document, as they read on `today`. */
export const withTimes = (document: unknown, today: Date): unknown =>
  inTexts(document, (text) => text.replace(TIME_WORD, (_, word: TimeWord, shift = "0") => timeOf(word, +shift, today)));

type TimeWord = "day" | "time" | "quarter" | "year";

function timeOf(word: TimeWord, shift: number, today: Date): string {
  if (word === "year") return String(today.getUTCFullYear() + shift);
  if (word === "day") return dayAt(today, shift).toISOString().slice(0, 10);
  if (word === "time") return new Date(dayAt(today, shift).getTime() + MORNING_HOURS * 3_600_000).toISOString();
  const quarter = today.getUTCFullYear() * 4 + Math.floor(today.getUTCMonth() / 3) + shift;
  return `${String(Math.floor(quarter / 4))}Q${String((quarter % 4) + 1)}`;
}

const dayAt = (today: Date, shift: number): Date =>
  new Date(Math.floor(today.getTime() / DAY_MS) * DAY_MS + shift * DAY_MS);

/** When the `position`-th act of a day so many days ago was done. */
export const momentOf = (today: Date, daysAgo: number, position: number): Date =>
  new Date(dayAt(today, -daysAgo).getTime() + (MORNING_HOURS * 60 + position * MINUTES_BETWEEN_ACTS) * 60_000);

/** A word that stands for something: what it names, and which field of it. */
export interface Word {
  readonly name: string;
  readonly field: string | null;
}

export const wordsIn = (value: unknown): Word[] => {
  const found: Word[] = [];
  inTexts(value, (text) => {
    for (const [, name = "", field] of text.matchAll(NAME_WORD)) found.push({ name, field: field ?? null });
    return text;
  });
  return found;
};

/** `value` with every word replaced; a text that is one word becomes what it stands for, whatever that is. */
export function withWords(value: unknown, meaningOf: (word: Word) => unknown): unknown {
  const meaning = (name: string, field?: string) => meaningOf({ name, field: field ?? null });
  return inTexts(value, (text) => {
    const [whole] = text.matchAll(NAME_WORD);
    if (whole?.[0] === text) return meaning(whole[1] ?? "", whole[2]);
    return text.replace(NAME_WORD, (_, name: string, field?: string) => String(meaning(name, field)));
  });
}

function inTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => inTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [change(key), inTexts(field, change)]));
}

/** One act with its moment, its place in the file, and the row that it is done for. */
export interface PlacedAct {
  readonly at: Date;
  readonly path: readonly (string | number)[];
  readonly row: Readonly<Record<string, unknown>>;
  readonly act: SeedPast["days"][number]["acts"][number];
}

/** All acts of a past in the order in which they were done. */
export function actsOf({ days }: SeedPast, today: Date): PlacedAct[] {
  return days.flatMap(({ daysAgo, each, acts }, d) => {
    const done = (each ?? [{}]).flatMap((row) => acts.map((act, a) => ({ act, a, row })));
    return done.map(({ act, a, row }, position) => ({
      at: momentOf(today, daysAgo, position),
      path: ["past", "days", d, "acts", a],
      row,
      act,
    }));
  });
}
