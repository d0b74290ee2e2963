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

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Row and column of a reference such as `C12`: row from 1, column from 0; null when it is none. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column: column - 1 };
}
