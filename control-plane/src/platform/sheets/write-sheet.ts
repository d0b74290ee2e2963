import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { columnName } from "../../kernel/cell-place.js";
import { csvCell } from "../../kernel/csv-cell.js";

type Row = readonly (string | number)[];

/** A byte-order mark, semicolons and decimal commas: what a French spreadsheet opens as it is. */
export function writeCsv(rows: Iterable<Row>): Uint8Array {
  const lines = Array.from(rows, (row) => row.map(cellText).join(";"));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

const cellText = (value: string | number): string =>
  typeof value === "number" ? String(value).replace(".", ",") : csvCell(value, ";");

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OOXML = "http://schemas.openxmlformats.org";
const DOCUMENT = `${OOXML}/officeDocument/2006/relationships`;
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet of a workbook; its name is cut and cleaned as spreadsheets ask. */
export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<Row>;
}

/** One sheet: what `SheetReader` reads. */
export const writeXlsx = (rows: Iterable<Row>): Promise<Uint8Array> => writeWorkbook([{ name: "Socle", rows }]);

/** Texts inline: the smallest workbook that every spreadsheet opens. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  // A fixed date makes the same rows the same bytes.
  const options = { mtime: new Date("2026-01-01T00:00:00Z") };
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, options);
  for (const [name, text] of Object.entries(partsOf(sheets.map(({ name }) => sheetName(name))))) add(name, text);
  for (const [index, { rows }] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows));
  zip.end();
  return buffer(zip.outputStream);
}

const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

function partsOf(names: readonly string[]): Readonly<Record<string, string>> {
  const each = (write: (place: number, name: string) => string): string =>
    names.map((name, index) => write(index + 1, escaped(name).replaceAll('"', "&quot;"))).join("");
  const overrides = each(
    (place) => `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  );
  const listed = each((place, name) => `<sheet name="${name}" sheetId="${place}" r:id="rId${place}"/>`);
  const related = each(
    (place) => `<Relationship Id="rId${place}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${place}.xml"/>`,
  );
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${overrides}</Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${OOXML}/spreadsheetml/2006/main" xmlns:r="${DOCUMENT}"><sheets>${listed}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships">${related}</Relationships>`,
  };
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
