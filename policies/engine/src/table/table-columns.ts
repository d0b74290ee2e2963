import { FACT_COLUMNS } from "./fact-columns.js";

/** Columns that say what a rule is, in the order in which they are written; each heading in English or French. */
export const RULE_COLUMNS = [
  ["row", "ligne"],
  ["id", "identifiant"],
  ["version", "version"],
  ["owner", "responsable"],
  ["effect", "effet"],
  ["mode", "mode"],
  ["appliesTo", "porte sur"],
  ["from", "du"],
  ["to", "au"],
  ["text", "texte"],
  ["url", "lien"],
  ["code", "code"],
  ["fr", "motif fr"],
  ["en", "motif en"],
  ["remedyFr", "remède fr"],
  ["remedyEn", "remède en"],
  ["derogableBy", "dérogation par"],
  ["derogableMonths", "dérogation mois"],
  ["name", "cas"],
  ["expected", "attendu"],
  ["cel", "cel"],
] as const;
export type RuleColumn = (typeof RULE_COLUMNS)[number][0];

/**
 * Kinds of rows: a rule with its first text and first conditions; another set of conditions under which it fires as well;
 * another legal text; a case.
 */
const ROW_WORDS = {
  rule: ["rule", "règle"],
  or: ["or", "ou"],
  text: ["text", "texte"],
  test: ["test", "cas"],
} as const;
export type RowKind = keyof typeof ROW_WORDS;
const OUTCOMES = { fires: ["fires", "se déclenche"], silent: ["silent", "muette"] } as const;

const kindOf = <Kind extends string>(words: Readonly<Record<Kind, readonly string[]>>, text: string): Kind | null =>
  (Object.keys(words) as Kind[]).find((kind) => words[kind].includes(text.trim().toLowerCase())) ?? null;
export const rowKind = (text: string): RowKind | null => kindOf(ROW_WORDS, text);
export const outcome = (text: string): "fires" | "silent" | null => kindOf(OUTCOMES, text);

/** Where each column stands in a file, by key or fact; headings that are none are listed. */
export interface Heading {
  readonly at: ReadonlyMap<string, number>;
  readonly unknown: readonly { readonly column: number; readonly text: string }[];
}

const KEYS: ReadonlyMap<string, string> = new Map([
  ...RULE_COLUMNS.flatMap(([key, french]) => [[key.toLowerCase(), key] as const, [french, key] as const]),
  ...FACT_COLUMNS.map(({ fact }) => [fact.toLowerCase(), fact] as const),
]);

export function readHeading(cells: readonly string[]): Heading {
  const at = new Map<string, number>();
  const unknown: { column: number; text: string }[] = [];
  for (const [column, text] of cells.entries()) {
    const key = KEYS.get(text.trim().toLowerCase());
    if (key !== undefined && !at.has(key)) at.set(key, column);
    else if (text.trim() !== "") unknown.push({ column, text });
  }
  return { at, unknown };
}

/** Without these no rule can be written. */
export const REQUIRED_COLUMNS: readonly RuleColumn[] = [
  ...(["row", "id", "version", "owner", "effect", "mode", "from", "text", "url", "code", "fr", "en"] as const),
  ...(["name", "expected"] as const),
];
