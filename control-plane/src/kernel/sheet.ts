/** Why a cell of a spreadsheet cannot be taken as it stands. */
export type CellProblem = "formula" | "error" | "merged";

/** Text of a cell, or why it cannot be taken. */
export type SheetCell = string | { readonly problem: CellProblem };

/** A rectangle of merged cells: rows from 1, columns from 0, both ends within. */
export interface MergedCells {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What reading a file gives, in order; `unreadable` is the last. `progress` is the part of the file read, 0 to 1. */
export type SheetEvent =
  | { readonly kind: "row"; readonly number: number; readonly cells: readonly SheetCell[]; readonly progress: number }
  | ({ readonly kind: "merged" } & MergedCells)
  | {
      readonly kind: "unreadable";
      readonly code: string;
      /** The same sentence in both languages. */
      readonly message: { readonly fr: string; readonly en: string };
    };
