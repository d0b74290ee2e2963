/** A row of the file: its number from 1, and its cells; `null` for one that a spreadsheet gives in no usable form. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly (string | null)[];
}
