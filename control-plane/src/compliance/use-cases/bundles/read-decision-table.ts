import { filesFromTable, type TableFault, type TableReading, type TableRow } from "@socle/policies";
import type { SheetEvent } from "../../../kernel/sheet.js";

/** Rows beyond which nobody reads a table any more; 500 rules with their cases fit. */
const MOST_ROWS = 20_000;

/** The rules that a spreadsheet holds as a decision table, or what is wrong with it by row and cell. */
export async function readDecisionTable(events: AsyncIterable<SheetEvent>): Promise<TableReading> {
  const rows: { number: number; cells: (string | null)[] }[] = [];
  for await (const event of events) {
    if (event.kind === "unreadable") return refused({ code: event.code, ...event.message });
    if (event.kind === "merged") spoil(rows, event);
    else
      rows.push({ number: event.number, cells: event.cells.map((cell) => (typeof cell === "string" ? cell : null)) });
    if (rows.length > MOST_ROWS) return refused(TOO_LONG);
  }
  return filesFromTable(rows satisfies TableRow[]);
}

/** Merged cells hold the value of the first; which rows it was meant for is not ours to guess. */
function spoil(
  rows: { number: number; cells: (string | null)[] }[],
  merged: Extract<SheetEvent, { kind: "merged" }>,
): void {
  for (const { number, cells } of rows) {
    if (number < merged.fromRow || number > merged.toRow) continue;
    for (let at = merged.fromColumn; at <= merged.toColumn; at += 1) cells[at] = null;
  }
}

const TOO_LONG = {
  code: "table.too_long",
  fr: `Le fichier a plus de ${MOST_ROWS} lignes.`,
  en: `The file has more than ${MOST_ROWS} rows.`,
};
const refused = (words: Pick<TableFault, "code" | "fr" | "en">): TableReading => ({
  files: [],
  faults: [{ row: 1, column: null, ...words }],
});
