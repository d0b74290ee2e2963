import type { RowIssue } from "../../../domain/import/capacity-import.js";

export interface IssueRow {
  readonly position: number;
  readonly row_number: number;
  readonly field: string | null;
  readonly cell: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly message_fr: string;
  readonly message_en: string;
}

export const issueFromRow = (row: IssueRow): RowIssue => ({
  row: row.row_number,
  field: row.field,
  cell: row.cell,
  value: row.value,
  code: row.code,
  message: { fr: row.message_fr, en: row.message_en },
});
