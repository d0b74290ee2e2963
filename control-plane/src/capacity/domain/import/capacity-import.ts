import type { SubmissionTarget } from "../submission/submission.js";
import type { Words } from "../template/template-field.js";

export const IMPORT_STATES = ["received", "reading", "previewed", "accepted", "cancelled", "failed"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const SHEET_FORMATS = ["csv", "xlsx"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A file is at most this big, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Rows below the heading; more are sent in several files. */
export const MAX_ROWS = 50_000;
/** Errors that are listed; reading stops there. */
export const MAX_ERRORS = 10_000;

/**
 * A file of lines or needs on its way in: received → reading → previewed → accepted. Nothing of it counts before it is
 * accepted, and then all of it does.
 */
export interface CapacityImport {
  readonly id: string;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly target: SubmissionTarget;
  readonly format: SheetFormat;
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileDigest: string;
  readonly state: ImportState;
  /** Rows read so far, the heading not counted. */
  readonly rowsRead: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly errorCount: number;
  /** Why nothing could be read of it. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly version: number;
}

/** What is wrong at one place of a file. */
export interface RowIssue {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly field: string | null;
  /** Such as `C12`; null for a row as a whole. */
  readonly cell: string | null;
  /** The cell's text, cut. */
  readonly value: string | null;
  readonly code: string;
  readonly message: Words;
}

/** Nobody can do anything with it any more. */
export const isFinished = (state: ImportState): boolean =>
  state === "accepted" || state === "cancelled" || state === "failed";
