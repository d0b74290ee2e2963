import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { columnName } from "../../domain/import/sheet.js";

type Row = readonly (string | number)[];

/** A byte-order mark, semicolons and decimal commas: what a French spreadsheet opens as it is. */
export function writeCsv(rows: Iterable<Row>): Uint8Array {
  const lines = Array.from(rows, (row) => row.map(csvCell).join(";"));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

/** Text that a spreadsheet would run as a formula is marked as text. */
function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OOXML = "http://schemas.openxmlformats.org";
const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${XML}<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${OOXML}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook xmlns="${OOXML}/spreadsheetml/2006/main" xmlns:r="${OOXML}/officeDocument/2006/relationships"><sheets><sheet name="Socle" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${OOXML}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** One sheet, its texts inline: the smallest workbook that every spreadsheet opens. */
export async function writeXlsx(rows: Iterable<Row>): Promise<Uint8Array> {
  const zip = new ZipFile();
  // A fixed date makes the same rows the same bytes.
  const options = { mtime: new Date("2026-01-01T00:00:00Z") };
  for (const [name, text] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(text), name, options);
  zip.addBuffer(Buffer.from(sheetXml(rows)), "xl/worksheets/sheet1.xml", options);
  zip.end();
  return buffer(zip.outputStream);
}

function sheetXml(rows: Iterable<Row>): string {
  const lines = Array.from(
    rows,
    (row, index) => `<row r="${index + 1}">${row.map((v, c) => xmlCell(v, c, index + 1)).join("")}</row>`,
  );
  return `${XML}<worksheet xmlns="${OOXML}/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function xmlCell(value: string | number, column: number, row: number): string {
  if (value === "") return "";
  const place = `r="${columnName(column)}${row}"`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Control characters, which XML cannot hold but for these three, are left out. */
const escaped = (text: string): string =>
  Array.from(text)
    .filter((character) => character >= " " || "\t\n\r".includes(character))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
