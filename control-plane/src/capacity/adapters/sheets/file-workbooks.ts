import type { WorkbookWriter } from "../../ports/workbook.port.js";
import { writeCsv, writeWorkbook } from "./write-sheet.js";

export const fileWorkbooks: WorkbookWriter = { workbook: writeWorkbook, csv: writeCsv };
