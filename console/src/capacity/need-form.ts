import type { TemplateRow } from "../generated/operations";

/** What somebody wrote, by key of the template's field. */
export type Cells = Readonly<Record<string, string>>;

export const LEVELS = ["low", "likely", "high"] as const;
export type Level = (typeof LEVELS)[number];
export const quantityKey = (quarter: string, level: Level): string => `${quarter}_${level}`;

interface Rule {
  readonly kind: "text" | "integer" | "decimal" | "date" | "choice" | "labels" | "gpu_type";
  readonly maxLength?: number;
  /** Of a choice: each key with its words. */
  readonly choices?: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
}
export const ruleOf = (field: TemplateRow): Rule => field.rule as Rule;

/** A value as somebody would write it in a cell. */
export function writtenAs(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The cells of a record, or those that the template takes when nothing is given. */
export const cellsOf = (
  template: readonly TemplateRow[],
  values: readonly { readonly field: string; readonly value: unknown }[],
): Cells => {
  const told = new Map(values.map(({ field, value }) => [field, value]));
  return Object.fromEntries(template.map(({ key, fallback }) => [key, writtenAs(told.get(key) ?? fallback)]));
};

const numberOf = (text: string): number => Number(text.replace(/[\s\u00a0\u202f]/gu, "").replace(",", "."));

/** Keys of the fields to correct before anything is sent; the server checks every bound again. */
export function wrongCells(template: readonly TemplateRow[], quarters: readonly string[], cells: Cells) {
  const empty = template.filter(({ key, required }) => required && (cells[key] ?? "").trim() === "");
  const unordered = quarters
    .map((quarter) =>
      LEVELS.map((level) => [quantityKey(quarter, level), numberOf(cells[quantityKey(quarter, level)] ?? "")] as const),
    )
    .flatMap(([low, likely, high]) => {
      if (low === undefined || likely === undefined || high === undefined) return [];
      return low[1] <= likely[1] && likely[1] <= high[1] ? [] : [likely[0]];
    });
  return [...new Set([...empty.map(({ key }) => key), ...unordered])];
}

export const toCells = (cells: Cells) =>
  Object.entries(cells).map(([field, value]) => ({ field, value: value.trim() }));
