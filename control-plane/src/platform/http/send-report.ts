import { createHash } from "node:crypto";
import { NotFoundException } from "@nestjs/common";
import type { Response } from "express";
import { PAGE_STYLE } from "../../kernel/printed-report.js";
import type { ReportLanguage, ReportTable } from "../../kernel/report-table.js";
import { writeCsv, writeWorkbook } from "../sheets/write-sheet.js";

/** The language that `?lang=` asks for: French unless it says `en`. */
export const languageAsked = (lang: unknown): ReportLanguage => (lang === "en" ? "en" : "fr");

export const MEDIA = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** One answer for what is not there and for what the reader may not see. */
export const noSuchExport = (): NotFoundException =>
  new NotFoundException({ code: "export.not_found", message: "Nothing here that you may see." });

/** The page's one inline style and nothing else. */
const PAGE_CSP = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A file to keep, under the name given. */
export function sendFile(response: Response, name: string, media: string, body: string | Uint8Array): void {
  response.setHeader("content-type", media);
  response.setHeader("content-disposition", `attachment; filename="${name}"`);
  response.setHeader("cache-control", "no-store");
  response.end(body);
}

/** A page made by `printedReport`, which may load nothing. @param cache who may keep it, and for how long */
export function sendPage(response: Response, page: string, cache = "no-store"): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", PAGE_CSP);
  response.setHeader("cache-control", cache);
  response.end(page);
}

/** Tables of a report: all of them as a workbook, or as CSV the one that `key` names. */
export async function sendTables(
  response: Response,
  name: string,
  format: "csv" | "xlsx",
  tables: readonly ReportTable[],
  key: string,
): Promise<void> {
  if (format === "xlsx") {
    const sheets = tables.map((table) => ({ name: table.title, rows: rowsOf(table) }));
    return sendFile(response, `${name}.xlsx`, MEDIA.xlsx, await writeWorkbook(sheets));
  }
  const table = tables.find((each) => each.key === key);
  if (table === undefined) throw noSuchExport();
  sendFile(response, `${name}-${table.key}.csv`, MEDIA.csv, writeCsv(rowsOf(table)));
}

const rowsOf = ({ header, rows }: ReportTable) => [header, ...rows.map((row) => row.map((cell) => cell ?? ""))];
