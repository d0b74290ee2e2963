import type { FactColumn } from "./fact-columns.js";

/** What a condition compares a fact with: a value, or another fact. */
export type Operand = { readonly value: string | number } | { readonly fact: string };

/** One condition on one fact, as a cell says it. */
export type Condition =
  | { readonly kind: "is" | "not" | "<" | "<=" | ">" | ">="; readonly to: Operand }
  | { readonly kind: "yes" | "no" | "empty" | "filled" }
  | { readonly kind: "in" | "out" | "any" | "none" | "other" | "only"; readonly list: readonly string[] }
  | { readonly kind: "has" | "lacks"; readonly value: string };

/** Conditions of one row by fact; all of them hold together. */
export type Alternative = ReadonlyMap<string, readonly Condition[]>;

const SIGNS: Readonly<Record<string, string>> = { is: "==", not: "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=" };

/** The condition in CEL: always the same text for the same condition. */
export function celOfCondition({ fact, type, item }: FactColumn, condition: Condition): string {
  switch (condition.kind) {
    case "yes":
      return fact;
    case "no":
      return `!${fact}`;
    case "empty":
      return type === "string" ? `${fact} == ""` : `size(${fact}) == 0`;
    case "filled":
      return type === "string" ? `${fact} != ""` : `size(${fact}) > 0`;
    case "has":
      return `${JSON.stringify(condition.value)} in ${fact}`;
    case "lacks":
      return `!(${JSON.stringify(condition.value)} in ${fact})`;
    case "in":
      return `${fact} in ${listOf(condition.list)}`;
    case "out":
      return `!(${fact} in ${listOf(condition.list)})`;
    case "any":
      return `${fact}.exists(${item}, ${item} in ${listOf(condition.list)})`;
    case "none":
      return `!${fact}.exists(${item}, ${item} in ${listOf(condition.list)})`;
    case "other":
      return `${fact}.exists(${item}, !(${item} in ${listOf(condition.list)}))`;
    case "only":
      return `${fact}.all(${item}, ${item} in ${listOf(condition.list)})`;
    case "is":
    case "not":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `${fact} ${SIGNS[condition.kind] ?? ""} ${operandOf(condition.to)}`;
  }
}

const listOf = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

function operandOf(to: Operand): string {
  if ("fact" in to) return to.fact;
  if (typeof to.value === "string") return JSON.stringify(to.value);
  return Number.isInteger(to.value) ? `${to.value}.0` : String(to.value);
}
