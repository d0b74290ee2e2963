import { createHash } from "node:crypto";
import type { Response } from "express";
import { PAGE_STYLE } from "../../kernel/printed-report.js";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The page's one inline style and nothing else. */
const PAGE_CSP = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A file to keep, under the name given. */
export function sendFile(response: Response, name: string, media: string, body: string | Uint8Array): void {
  response.setHeader("content-type", media);
  response.setHeader("content-disposition", `attachment; filename="${name}"`);
  response.end(body);
}

/** A page made by `printedReport`, which may load nothing. */
export function sendPage(response: Response, page: string): void {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-security-policy", PAGE_CSP);
  response.end(page);
}
