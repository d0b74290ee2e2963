type Row = readonly (string | number)[];

/** A table with its title, as a sheet or on its own. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Writes files that spreadsheets open. */
export interface WorkbookWriter {
  workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array>;
  csv(rows: readonly Row[]): Uint8Array;
}
