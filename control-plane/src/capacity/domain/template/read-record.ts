import type { SheetCell } from "../../../kernel/sheet.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import { cellProblem, type FieldIssue } from "./cell-issue.js";
import { readCell } from "./read-cell.js";
import type { FieldValue, Template } from "./template-field.js";

/** Cells by field key; an absent one is empty. */
export type CellsByField = ReadonlyMap<string, SheetCell>;

/** Every field's value, or every issue: nothing is taken from a record that has one. */
export function readRecord(
  template: Template,
  cells: CellsByField,
): Result<Readonly<Record<string, FieldValue>>, readonly FieldIssue[]> {
  const values: Record<string, FieldValue> = {};
  const issues: FieldIssue[] = [];
  for (const field of template.fields) {
    const cell = cells.get(field.key) ?? "";
    const read = typeof cell === "string" ? readCell(field, cell) : refuse(cellProblem(field, cell.problem));
    if (read.ok) values[field.key] = read.value;
    else issues.push(read.refusal);
  }
  return issues.length === 0 ? ok(values) : refuse(issues);
}

/** Share of the template's fields that a record fills, 0 to 1. */
export function completenessOf(template: Template, values: Readonly<Record<string, unknown>>): number {
  const filled = template.fields.filter(({ key }) => values[key] !== null && values[key] !== undefined).length;
  return filled / template.fields.length;
}
