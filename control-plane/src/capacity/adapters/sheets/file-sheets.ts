import type { SheetReader, SheetWriter } from "../../ports/imports/sheet.port.js";
import { readCsv } from "../../../platform/sheets/read-csv.js";
import { readXlsx } from "../../../platform/sheets/read-xlsx.js";
import { writeCsv, writeXlsx } from "../../../platform/sheets/write-sheet.js";

/** CSV and XLSX: ADR 0019 says why by these libraries. */
export const fileSheets: SheetReader & SheetWriter = {
  read: (format, file) => (format === "csv" ? readCsv(file) : readXlsx(file)),
  write: (format, rows) => (format === "csv" ? Promise.resolve(writeCsv(rows)) : writeXlsx(rows)),
};
