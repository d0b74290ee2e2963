import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Workbook {
  /** What stands inside `sheetData`. */
  readonly rows: string;
  /** What follows `sheetData`. */
  readonly after?: string;
  readonly strings?: readonly string[];
  /** Format codes, the style index being one more than their place; style 0 is general. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Written as it is in the place of the sheet. */
  readonly sheet?: string | Buffer;
}

/** A workbook as an office suite writes it, or as somebody with other intentions does. */
export function aWorkbook({
  rows,
  after = "",
  strings = [],
  formats = [],
  from1904,
  sheet,
}: Workbook): Promise<Buffer> {
  const shared = strings.map((text) => `<si><r><t>${text}</t></r><rPh><t>no</t></rPh></si>`).join("");
  const custom = formats
    .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`)
    .join("");
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("");
  return zipOf({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId7" Target="/xl/worksheets/one.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${shared}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${custom}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    "xl/worksheets/one.xml": sheet ?? `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  });
}

/** An archive of these parts. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}
