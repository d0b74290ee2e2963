import type { WorkbookWriter } from "../../ports/workbook.port.js";
import { writeCsv, writeWorkbook } from "../../../platform/sheets/write-sheet.js";

export const fileWorkbooks: WorkbookWriter = { workbook: writeWorkbook, csv: writeCsv };
