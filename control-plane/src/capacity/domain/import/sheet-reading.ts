import { columnName } from "../../../kernel/cell-place.js";
import type { Result } from "../../../kernel/result.js";
import type { FieldIssue } from "../template/cell-issue.js";
import type { CellsByField } from "../template/read-record.js";
import type { Template } from "../template/template-field.js";
import type { RowIssue } from "./capacity-import.js";
import { columnsOf, type SheetColumns } from "./sheet-columns.js";
import type { MergedCells, SheetCell } from "../../../kernel/sheet.js";

/** What a file's rows are read as. */
export interface RecordReader<Content extends { readonly reference: string }> {
  readonly template: Template;
  read(cells: CellsByField): Result<Content, readonly FieldIssue[]>;
}

/** A record with the row it stands in. */
export interface ReadRow<Content> {
  readonly row: number;
  readonly content: Content;
}

/** Reads the rows of one file in order: the first that is not empty is the heading. */
export class SheetReading<Content extends { readonly reference: string }> {
  private columns: SheetColumns | null = null;
  private headingRow = 0;
  private readonly rowOf = new Map<string, number>();
  /** Issues found since they were last taken. */
  private issues: RowIssue[] = [];

  constructor(private readonly reader: RecordReader<Content>) {}

  /** The record of a row; null for the heading, an empty row, and one that has issues. */
  row(number: number, cells: readonly SheetCell[]): ReadRow<Content> | null {
    if (cells.every((cell) => typeof cell === "string" && cell.trim() === "")) return null;
    if (this.columns === null) {
      this.headingRow = number;
      this.columns = columnsOf(this.reader.template, number, cells);
      this.issues.push(...this.columns.issues);
      return null;
    }
    // Without its columns a file's rows would all be refused for the same reason.
    return this.columns.issues.length > 0 ? null : this.record(number, cells, this.columns);
  }

  /** Merged cells are told at the end of a sheet; those that touch a field are an issue. */
  merged(range: MergedCells): void {
    const column = this.columns?.fields.findIndex(
      (field, index) => field !== null && index >= range.fromColumn && index <= range.toColumn,
    );
    if (column === undefined || column < 0 || range.toRow < this.headingRow) return;
    const from = `${columnName(range.fromColumn)}${range.fromRow}`;
    const to = `${columnName(range.toColumn)}${range.toRow}`;
    this.issues.push({
      row: range.fromRow,
      field: this.columns?.fields[column]?.key ?? null,
      cell: from,
      value: null,
      code: "cell.merged",
      message: {
        fr: `Cellules fusionnées ${from}:${to} ; les séparer.`,
        en: `Merged cells ${from}:${to}; split them.`,
      },
    });
  }

  /** Something outside the file stands against a row that was read. */
  refuse(row: number, issue: FieldIssue): void {
    if (this.columns !== null) this.issues.push(this.placed(row, new Map(), this.columns, issue));
  }

  /** Any row at all was a heading. */
  get hasHeading(): boolean {
    return this.columns !== null;
  }

  /** The heading lacks or repeats a column, or has one that nobody knows: no row can be read. */
  get headingRefused(): boolean {
    return (this.columns?.issues.length ?? 0) > 0;
  }

  takeIssues(): readonly RowIssue[] {
    const taken = this.issues;
    this.issues = [];
    return taken;
  }

  private record(number: number, cells: readonly SheetCell[], columns: SheetColumns): ReadRow<Content> | null {
    const byField = new Map<string, SheetCell>();
    for (const [column, field] of columns.fields.entries())
      if (field !== null) byField.set(field.key, cells[column] ?? "");
    const read = this.reader.read(byField);
    if (!read.ok) {
      this.issues.push(...read.refusal.map((issue) => this.placed(number, byField, columns, issue)));
      return null;
    }
    const { reference } = read.value;
    const before = this.rowOf.get(reference);
    this.rowOf.set(reference, before ?? number);
    if (before === undefined) return { row: number, content: read.value };
    this.issues.push(this.placed(number, byField, columns, repeated(reference, before)));
    return null;
  }

  private placed(row: number, cells: CellsByField, columns: SheetColumns, issue: FieldIssue): RowIssue {
    const column = columns.fields.findIndex((field) => field !== null && field.key === issue.field);
    const cell = issue.field === null ? undefined : cells.get(issue.field);
    return {
      row,
      field: issue.field,
      cell: column < 0 ? null : `${columnName(column)}${row}`,
      value: typeof cell === "string" ? cell.slice(0, 100) : null,
      code: issue.code,
      message: issue.message,
    };
  }
}

const repeated = (reference: string, before: number): FieldIssue => ({
  code: "row.reference_repeated",
  field: "reference",
  message: {
    fr: `La référence ${reference} est déjà à la ligne ${before}.`,
    en: `The reference ${reference} stands in row ${before} already.`,
  },
});
