import { readXml } from "./walk-xml.js";
import { ZipRefused, type BoundedZip } from "./bounded-zip.js";

/** How a cell's number is to be read, by the style it carries. */
export type NumberStyle = "number" | "date" | "percent";

/** What the cells of a sheet refer to. */
export interface WorkbookParts {
  /** Name of the first sheet's part. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** By style index. */
  readonly styles: readonly NumberStyle[];
  /** Days count from 1904, as some workbooks have it. */
  readonly from1904: boolean;
}

const MAX_STRING_CHARACTERS = 64 * 1024 * 1024;

/** @throws ZipRefused when it is no workbook */
export async function workbookParts(zip: BoundedZip): Promise<WorkbookParts> {
  const book = await firstSheet(zip);
  const sheet = await partOf(zip, book.relation);
  const [strings, styles] = [await sharedStrings(zip), await numberStyles(zip)];
  return { sheet, strings, styles, from1904: book.from1904 };
}

async function firstSheet(zip: BoundedZip): Promise<{ readonly relation: string; readonly from1904: boolean }> {
  let relation: string | null = null;
  let from1904 = false;
  await readXml(await zip.stream("xl/workbook.xml"), {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name === "sheet") relation ??= attributes["r:id"] ?? null;
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (relation === null) throw new ZipRefused("file.not_xlsx");
  return { relation, from1904 };
}

async function partOf(zip: BoundedZip, relation: string): Promise<string> {
  let target: string | null = null;
  await readXml(await zip.stream("xl/_rels/workbook.xml.rels"), {
    open: (name, attributes) => {
      if (name === "Relationship" && attributes["Id"] === relation) target = attributes["Target"] ?? null;
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (target === null) throw new ZipRefused("file.not_xlsx");
  const path: string = target;
  return path.startsWith("/") ? path.slice(1) : `xl/${path}`;
}

async function sharedStrings(zip: BoundedZip): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inPhonetic = false;
  let characters = 0;
  await readXml(await zip.stream("xl/sharedStrings.xml"), {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "t") inText = true;
      if (name === "rPh") inPhonetic = true;
    },
    text: (text) => {
      if (!inText || inPhonetic) return;
      current += text;
      characters += text.length;
      if (characters > MAX_STRING_CHARACTERS) throw new ZipRefused("file.zip_bomb");
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name === "si") strings.push(current);
    },
  });
  return strings;
}

async function numberStyles(zip: BoundedZip): Promise<readonly NumberStyle[]> {
  const formats = new Map<string, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  await readXml(await zip.stream("xl/styles.xml"), {
    open: (name, attributes) => {
      if (name === "numFmt") formats.set(attributes["numFmtId"] ?? "", attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(styleOf(attributes["numFmtId"] ?? "0", formats));
    },
    text: () => undefined,
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** Built-in formats of ECMA-376 part 1 §18.8.30 that are dates; 9 and 10 are percents. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

function styleOf(id: string, formats: ReadonlyMap<string, string>): NumberStyle {
  const number = Number(id);
  if (BUILT_IN_DATES.has(number)) return "date";
  if (number === 9 || number === 10) return "percent";
  const format = (formats.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (format.includes("%")) return "percent";
  return /[ymd]/i.test(format) ? "date" : "number";
}
