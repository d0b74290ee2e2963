import { placeOf } from "../../kernel/cell-place.js";
import type { SheetCell, SheetEvent } from "../../kernel/sheet.js";
import { BoundedZip, ZipRefused } from "./bounded-zip.js";
import { walkXml, type XmlVisitor } from "./walk-xml.js";
import { workbookParts, type WorkbookParts } from "./workbook-parts.js";

/** Columns that are looked at; a template has far fewer. */
const MAX_COLUMNS = 200;

const REFUSALS: Readonly<Record<ZipRefused["code"], { readonly fr: string; readonly en: string }>> = {
  "file.not_xlsx": {
    fr: "Le fichier n'est pas un classeur XLSX lisible.",
    en: "The file is no XLSX workbook that can be read.",
  },
  "file.zip_bomb": {
    fr: "Le classeur se décompresse au-delà des limites.",
    en: "The workbook inflates beyond the limits.",
  },
};

/** Rows of a workbook's first sheet, read as they inflate; its merged cells come last, as the format has them. */
export async function* readXlsx(file: Uint8Array): AsyncGenerator<SheetEvent> {
  try {
    const zip = await BoundedZip.open(file);
    const parts = await workbookParts(zip);
    const sheet = await zip.stream(parts.sheet);
    if (sheet === null) throw new ZipRefused("file.not_xlsx");
    const walk = new SheetWalk(parts, Math.max(1, zip.size(parts.sheet)));
    for await (const bytes of walkXml(sheet, walk)) yield* walk.take(bytes);
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    yield { kind: "unreadable", code: error.code, message: REFUSALS[error.code] };
  }
}

/** Gathers rows from the elements of a sheet. */
class SheetWalk implements XmlVisitor {
  private events: SheetEvent[] = [];
  private cells: SheetCell[] = [];
  private row = 0;
  private column = 0;
  private type = "n";
  private style = 0;
  private value = "";
  private formula = false;
  private inValue = false;
  private bytesRead = 0;

  constructor(
    private readonly parts: WorkbookParts,
    /** Of the sheet's part, as the archive says. */
    private readonly totalBytes: number,
  ) {}

  /** What was gathered from this many bytes more. */
  take(bytes: number): readonly SheetEvent[] {
    this.bytesRead += bytes;
    const taken = this.events;
    this.events = [];
    return taken;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case "row":
        this.row = Number(attributes["r"] ?? this.row + 1);
        this.cells = [];
        this.column = -1;
        break;
      case "c":
        this.column = placeOf(attributes["r"] ?? "")?.column ?? this.column + 1;
        this.type = attributes["t"] ?? "n";
        this.style = Number(attributes["s"] ?? 0);
        this.value = "";
        this.formula = false;
        break;
      case "f":
        this.formula = true;
        break;
      case "v":
      case "t":
        this.inValue = true;
        break;
      case "mergeCell":
        this.merge(attributes["ref"] ?? "");
        break;
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.inValue = false;
        break;
      case "c":
        this.keep();
        break;
      case "row":
        this.events.push({
          kind: "row",
          number: this.row,
          cells: this.cells,
          progress: Math.min(1, this.bytesRead / this.totalBytes),
        });
        break;
    }
  }

  private keep(): void {
    if (this.column < 0 || this.column >= MAX_COLUMNS) return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = this.cell();
  }

  private cell(): SheetCell {
    if (this.formula) return { problem: "formula" };
    switch (this.type) {
      case "s":
        return this.parts.strings[Number(this.value)] ?? "";
      case "e":
        return { problem: "error" };
      case "n":
        return this.number();
      default:
        return this.value;
    }
  }

  private number(): string {
    const style = this.parts.styles[this.style] ?? "number";
    if (this.value === "" || style === "number") return this.value;
    const value = Number(this.value);
    if (style === "percent") return String(Number((value * 100).toPrecision(12)));
    return dateOf(value, this.parts.from1904);
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(":").map(placeOf);
    if (!from || !to) return;
    this.events.push({
      kind: "merged",
      fromRow: from.row,
      toRow: to.row,
      fromColumn: from.column,
      toColumn: to.column,
    });
  }
}

/** Days since the last day of 1899, less the 29 February 1900 that never was, or since 1904; times are cut off. */
function dateOf(days: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.floor(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
