import type { TemplateRow } from "../generated/operations";
import { type FieldKind, type FieldSpec, figureOf } from "../parts/form/field-spec";

/** What somebody wrote, by key of the template's field. */
export type Cells = Readonly<Record<string, string>>;

export const LEVELS = ["low", "likely", "high"] as const;
export type Level = (typeof LEVELS)[number];
export const quantityKey = (quarter: string, level: Level): string => `${quarter}_${level}`;
const quantityKeys = (quarters: readonly string[]): readonly string[] =>
  quarters.flatMap((quarter) => LEVELS.map((level) => quantityKey(quarter, level)));

interface Rule {
  readonly kind: "text" | "integer" | "decimal" | "date" | "choice" | "labels" | "gpu_type";
  readonly maxLength?: number;
  /** Of a choice: each key with its words. */
  readonly choices?: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
}

const KINDS: Readonly<Record<Rule["kind"], FieldKind>> = {
  ...{ text: "line", integer: "whole", decimal: "number", date: "day" },
  ...{ choice: "choice", labels: "line", gpu_type: "line" },
};
const LONG_TEXT = 500;

/** One field as the campaign's template describes it: its words, its choices; the server checks every bound. */
export function specOf(field: TemplateRow, language: "fr" | "en", optional: string): FieldSpec {
  const rule = field.rule as Rule;
  const choices = Object.entries(rule.choices ?? {}).map(([key, words]) => [key, words[language]] as const);
  return {
    name: field.key,
    kind: rule.kind === "text" && (rule.maxLength ?? 0) > LONG_TEXT ? "text" : KINDS[rule.kind],
    label: field.header[language],
    hint: [field.help[language], field.required ? "" : optional].filter(Boolean).join(". "),
    ...(field.required ? {} : { optional: true }),
    ...(field.unit === null ? {} : { unit: field.unit }),
    ...(rule.kind === "choice" ? { choices } : {}),
  };
}

/** A need's fields: its quantities as one grid, then the template's other fields. */
export const needSpecs = (
  template: readonly TemplateRow[],
  quarters: readonly string[],
  language: "fr" | "en",
  optional: string,
): readonly FieldSpec[] => {
  const inGrid = quantityKeys(quarters);
  const others = template.filter(({ key }) => !inGrid.includes(key));
  return [{ name: QUANTITIES, kind: "own" }, ...others.map((field) => specOf(field, language, optional))];
};
/** The field of a need that holds the grid of its quantities. */
export const QUANTITIES = "quantities";

/** A value as somebody would write it in a cell. */
export function writtenAs(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The cells of a record, or those that the template takes when nothing is given. */
export const writtenCells = (
  template: readonly TemplateRow[],
  values: readonly { readonly field: string; readonly value: unknown }[],
): Cells => {
  const told = new Map(values.map(({ field, value }) => [field, value]));
  return Object.fromEntries(template.map(({ key, fallback }) => [key, writtenAs(told.get(key) ?? fallback)]));
};

/** A need's values as its form holds them. */
export function needForm(cells: Cells, quarters: readonly string[]): Cells {
  const inGrid = quantityKeys(quarters);
  const [grid, others] = [true, false].map((within) =>
    Object.fromEntries(Object.entries(cells).filter(([key]) => inGrid.includes(key) === within)),
  );
  return { ...others, [QUANTITIES]: JSON.stringify(grid) };
}

/** Keys of the quantities to correct: none is missing that the template asks for, and low ≤ likely ≤ high. */
export function wrongQuantities(template: readonly TemplateRow[], quarters: readonly string[], cells: Cells) {
  const inGrid = quantityKeys(quarters);
  const empty = template
    .filter(({ key, required }) => required && inGrid.includes(key) && (cells[key] ?? "").trim() === "")
    .map(({ key }) => key);
  const unordered = quarters.flatMap((quarter) => {
    const [low = 0, likely = 0, high = 0] = LEVELS.map((level) => {
      const typed = cells[quantityKey(quarter, level)] ?? "";
      return typed.trim() === "" ? 0 : figureOf(typed);
    });
    return low <= likely && likely <= high ? [] : [quantityKey(quarter, "likely")];
  });
  return [...new Set([...empty, ...unordered])];
}

export const toCells = (cells: Cells) =>
  Object.entries(cells).map(([field, value]) => ({ field, value: value.trim() }));
