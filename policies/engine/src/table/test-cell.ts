import type { FactType } from "../facts.js";
import { readList, writeList, writeValue } from "./cell-words.js";

export type FactValue = string | number | boolean | readonly string[];

const EMPTY = new Set(["empty", "vide"]);

/** A fact of a case: a value, not a condition. `null` when it is none of the fact's type. */
export function readTestCell(text: string, type: FactType): FactValue | null {
  const lower = text.trim().toLowerCase();
  if (type === "bool") {
    if (lower === "yes" || lower === "oui") return true;
    return lower === "no" || lower === "non" ? false : null;
  }
  if (type === "double") return /^-?\d+([.,]\d+)?$/.test(lower) ? Number(lower.replace(",", ".")) : null;
  if (type === "list<string>") return EMPTY.has(lower) ? [] : readList(text);
  if (EMPTY.has(lower)) return "";
  const values = readList(text);
  return values?.length === 1 ? (values[0] ?? null) : null;
}

/** The cell that `readTestCell` reads as this value. */
export function writeTestCell(value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value === "" ? "empty" : writeValue(value);
  return value.length === 0 ? "empty" : writeList(value);
}
