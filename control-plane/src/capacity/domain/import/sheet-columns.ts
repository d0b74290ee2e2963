import { columnName } from "../../../kernel/cell-place.js";
import type { SheetCell } from "../../../kernel/sheet.js";
import { fold } from "../../../kernel/fold.js";
import type { Template, TemplateField } from "../template/template-field.js";
import type { RowIssue } from "./capacity-import.js";

/** Which field each column of a file holds. */
export interface SheetColumns {
  /** Field by column; null where the column is empty or unknown. */
  readonly fields: readonly (TemplateField | null)[];
  readonly issues: readonly RowIssue[];
}

const textOf = (cell: SheetCell | undefined): string => (typeof cell === "string" ? cell : "");

/** A heading as it compares: without its unit, its case and its accents. */
const bare = (heading: string): string =>
  fold(heading)
    .replace(/\([^)]*\)\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();

/** Fields by heading, in either language, or by key. Every column but an empty one must be known, once. */
export function columnsOf(template: Template, row: number, heading: readonly SheetCell[]): SheetColumns {
  const known = new Map(
    template.fields.flatMap((field) =>
      [field.key, field.header.fr, field.header.en].map((name) => [bare(name), field] as const),
    ),
  );
  const issues: RowIssue[] = [];
  const seen = new Set<string>();
  const fields = heading.map((cell, column) => {
    const text = textOf(cell);
    if (text.trim() === "") return null;
    const field = known.get(bare(text)) ?? null;
    if (field === null) issues.push(unknownColumn(row, column, text));
    else if (seen.has(field.key)) issues.push(repeatedColumn(row, column, field));
    if (field !== null) seen.add(field.key);
    return field;
  });
  for (const field of template.fields)
    if (field.required && !seen.has(field.key)) issues.push(missingColumn(row, field));
  return { fields, issues };
}

const unknownColumn = (row: number, column: number, text: string): RowIssue => ({
  row,
  field: null,
  cell: `${columnName(column)}${row}`,
  value: text.slice(0, 100),
  code: "column.unknown",
  message: { fr: `Colonne inconnue : ${text.slice(0, 100)}.`, en: `Unknown column: ${text.slice(0, 100)}.` },
});

const repeatedColumn = (row: number, column: number, field: TemplateField): RowIssue => ({
  row,
  field: field.key,
  cell: `${columnName(column)}${row}`,
  value: null,
  code: "column.repeated",
  message: { fr: `Colonne répétée : ${field.header.fr}.`, en: `Repeated column: ${field.header.en}.` },
});

const missingColumn = (row: number, field: TemplateField): RowIssue => ({
  row,
  field: field.key,
  cell: null,
  value: null,
  code: "column.missing",
  message: { fr: `Colonne manquante : ${field.header.fr}.`, en: `Missing column: ${field.header.en}.` },
});
