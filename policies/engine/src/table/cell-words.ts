import type { FactType } from "../facts.js";
import { NAMED_LISTS } from "./fact-columns.js";
import type { Condition, Operand } from "./condition.js";

/** How a cell says each kind of condition: the first word is the one that is written, English then French. */
const LISTING: readonly (readonly [kind: "in" | "out" | "any" | "none" | "other" | "only", ...words: string[]])[] = [
  ["out", "not in", "hors de"],
  ["in", "in", "parmi"],
  ["any", "any of", "un de"],
  ["none", "none of", "aucun de"],
  ["other", "other than", "autre que"],
  ["only", "only", "seulement"],
];
const HOLDING = [
  ["has", "has", "contient"],
  ["lacks", "lacks", "sans"],
] as const;
const STATES = [
  ["filled", "not empty", "non vide"],
  ["empty", "empty", "vide"],
  ["yes", "yes", "oui"],
  ["no", "no", "non"],
] as const;
const COMPARING = [
  ["<=", "<="],
  [">=", ">="],
  ["<", "<"],
  [">", ">"],
  ["not", "not", "pas"],
  ["is", "is", "est"],
] as const;

const RESERVED = new Set(
  [LISTING, HOLDING, STATES, COMPARING].flatMap((words) => words.flatMap(([, ...each]) => each)),
);
const FITTING: Readonly<Record<FactType, ReadonlySet<Condition["kind"]>>> = {
  string: new Set(["is", "not", "<", "<=", ">", ">=", "in", "out", "empty", "filled"]),
  bool: new Set(["yes", "no"]),
  double: new Set(["is", "not", "<", "<=", ">", ">="]),
  "list<string>": new Set(["has", "lacks", "any", "none", "other", "only", "empty", "filled"]),
};
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_./:+-]*$/u;

/** Conditions of a cell, several after `;`. `null` when it says none that a fact of this type can meet. */
export function readCell(text: string, type: FactType): readonly Condition[] | null {
  const parts = split(text, ";");
  const conditions = parts?.map((part) => readCondition(part.trim(), type));
  if (conditions === undefined || conditions.length === 0) return null;
  const read = conditions.filter((condition) => condition !== null);
  return read.length === conditions.length && read.every(({ kind }) => FITTING[type].has(kind)) ? read : null;
}

function readCondition(text: string, type: FactType): Condition | null {
  for (const [kind, ...words] of STATES) if (words.some((word) => word === text.toLowerCase())) return { kind };
  for (const [kind, ...words] of LISTING) {
    const rest = after(text, words);
    const list = rest === null ? null : readList(rest);
    if (list !== null && list.length > 0) return { kind, list };
  }
  for (const [kind, ...words] of HOLDING) {
    const value = readValue(after(text, words) ?? "");
    if (value !== null && value !== "") return { kind, value };
  }
  return readComparison(text, type);
}

function readComparison(text: string, type: FactType): Condition | null {
  for (const [kind, ...words] of COMPARING) {
    const to = readOperand(after(text, words) ?? "", type);
    if (to !== null) return { kind, to };
  }
  const to = readOperand(text, type);
  return to === null ? null : { kind: "is", to };
}

/** What follows one of the words; `null` when the text begins with none. */
function after(text: string, words: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const word = words.find((each) => lower.startsWith(/[<>]/.test(each) ? each : `${each} `));
  return word === undefined ? null : text.slice(word.length).trim();
}

function readOperand(text: string, type: FactType): Operand | null {
  if (/^@[a-zA-Z]+\.[a-zA-Z0-9]+$/.test(text)) return { fact: text.slice(1) };
  if (type === "double") return /^-?\d+([.,]\d+)?$/.test(text) ? { value: Number(text.replace(",", ".")) } : null;
  const value = readValue(text);
  return value === null || value === "" ? null : { value };
}

/** A value as it stands, or between quotes; `null` for what is neither. */
function readValue(text: string): string | null {
  if (text.startsWith('"')) return unquoted(text);
  return PLAIN.test(text) && !RESERVED.has(text.toLowerCase()) ? text : null;
}

function unquoted(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** Values after commas; a named list stands for its own. */
export function readList(text: string): readonly string[] | null {
  const named = NAMED_LISTS.get(text.trim().toUpperCase());
  if (named !== undefined) return named;
  const values = split(text, ",")?.map((part) => readValue(part.trim())) ?? [null];
  return values.every((value) => value !== null) ? values : null;
}

/** Parts between separators that stand outside quotes; `null` when a quote does not close. */
function split(text: string, separator: string): string[] | null {
  const parts = [""];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === "\\") {
      parts[parts.length - 1] += character + text.charAt((at += 1));
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return quoted ? null : parts;
}

/** The cell that `readCell` reads as these conditions. */
export const writeCell = (conditions: readonly Condition[]): string => conditions.map(writeCondition).join("; ");

function writeCondition(condition: Condition): string {
  const words = [...LISTING, ...HOLDING, ...STATES, ...COMPARING].find(([kind]) => kind === condition.kind);
  const word = words?.[1] ?? "";
  if ("list" in condition) return `${word} ${writeList(condition.list)}`;
  if ("value" in condition) return `${word} ${writeValue(condition.value)}`;
  if (!("to" in condition)) return word;
  const to = "fact" in condition.to ? `@${condition.to.fact}` : written(condition.to.value);
  return condition.kind === "is" ? to : `${word} ${to}`;
}

const written = (value: string | number): string => (typeof value === "number" ? String(value) : writeValue(value));

export const writeValue = (value: string): string =>
  PLAIN.test(value) && !RESERVED.has(value.toLowerCase()) ? value : JSON.stringify(value);

export function writeList(values: readonly string[]): string {
  for (const [name, list] of NAMED_LISTS)
    if (list.length === values.length && list.every((value, index) => value === values[index])) return name;
  return values.map(writeValue).join(", ");
}
