import type { CapacityImport, ImportState, RowIssue, SheetFormat } from "../../../domain/import/capacity-import.js";
import type { SubmissionTarget } from "../../../domain/submission/submission.js";

export interface ImportRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly organisation_id: string;
  readonly target: SubmissionTarget;
  readonly format: SheetFormat;
  readonly file_name: string;
  readonly file_digest: string;
  readonly state: ImportState;
  readonly rows_read: number;
  readonly progress: number;
  readonly error_count: number;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly version: number;
}

export const IMPORT_COLUMNS = [
  "id",
  "campaign_id",
  "organisation_id",
  "target",
  "format",
  "file_name",
  "file_digest",
  "state",
  "rows_read",
  "progress",
  "error_count",
  "failure_code",
  "failure_message",
  "created_by",
  "created_at",
  "finished_at",
  "version",
] as const satisfies readonly (keyof ImportRow)[];

export const importFromRow = (row: ImportRow): CapacityImport => ({
  id: row.id,
  campaignId: row.campaign_id,
  organisationId: row.organisation_id,
  target: row.target,
  format: row.format,
  fileName: row.file_name,
  fileDigest: row.file_digest,
  state: row.state,
  rowsRead: row.rows_read,
  progress: row.progress,
  errorCount: row.error_count,
  failure: row.failure_code === null ? null : { code: row.failure_code, message: row.failure_message ?? "" },
  createdBy: row.created_by,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
  version: row.version,
});

/** Values in the order of `IMPORT_COLUMNS`. */
export const importValues = (each: CapacityImport): readonly unknown[] => [
  each.id,
  each.campaignId,
  each.organisationId,
  each.target,
  each.format,
  each.fileName,
  each.fileDigest,
  each.state,
  each.rowsRead,
  each.progress,
  each.errorCount,
  each.failure?.code ?? null,
  each.failure?.message ?? null,
  each.createdBy,
  each.createdAt,
  each.finishedAt,
  each.version,
];

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
