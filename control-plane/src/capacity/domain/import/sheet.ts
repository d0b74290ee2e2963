import type { Cell } from "../template/read-record.js";
import type { Words } from "../template/template-field.js";

/** A rectangle of merged cells: rows from 1, columns from 0, both ends within. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What reading a file gives, in order; `unreadable` is the last. `progress` is the part of the file read, 0 to 1. */
export type SheetEvent =
  | { readonly kind: "row"; readonly number: number; readonly cells: readonly Cell[]; readonly progress: number }
  | ({ readonly kind: "merged" } & MergedCells)
  | { readonly kind: "unreadable"; readonly code: string; readonly message: Words };
