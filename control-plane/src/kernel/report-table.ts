/** Cells of a table; null is empty. */
export type TableCell = string | number | null;

/** A table of a report, whatever the file it goes into. */
export interface ReportTable {
  /** Names its sheet, its CSV file and its place on the page. */
  readonly key: string;
  readonly title: string;
  /** What its figures rest on. */
  readonly note: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export type ReportLanguage = "fr" | "en";

/** One column: its heading, "français | English", and its cell. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => TableCell];

/** Words given as "français | English". */
export const inLanguage = (words: string, language: ReportLanguage): string => {
  const [fr = words, en = fr] = words.split(" | ");
  return language === "fr" ? fr : en;
};

export const tableOf =
  (language: ReportLanguage) =>
  <Row>(
    key: string,
    title: string,
    note: string | null,
    rows: readonly Row[],
    columns: readonly Column<Row>[],
  ): ReportTable => ({
    key,
    title: inLanguage(title, language),
    note: note === null ? null : inLanguage(note, language),
    header: columns.map(([heading]) => inLanguage(heading, language)),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  });
