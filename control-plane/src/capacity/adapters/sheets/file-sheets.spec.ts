import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aWorkbook, zipOf } from "../../../../../test/builders/workbook.builder.js";
import type { SheetFormat } from "../../domain/import/capacity-import.js";
import type { SheetEvent } from "../../../kernel/sheet.js";
import { fileSheets } from "./file-sheets.js";

async function eventsOf(format: SheetFormat, file: Uint8Array): Promise<SheetEvent[]> {
  const events: SheetEvent[] = [];
  for await (const event of fileSheets.read(format, file)) events.push(event);
  return events;
}
async function rowsOf(format: SheetFormat, file: Uint8Array) {
  return (await eventsOf(format, file)).flatMap((event) => (event.kind === "row" ? [event.cells] : [event.kind]));
}
const codesOf = async (file: Uint8Array) =>
  (await eventsOf("xlsx", file)).flatMap((event) => (event.kind === "unreadable" ? [event.code] : []));

describe("a CSV file", () => {
  const text = 'Référence;Site\r\n"L-1";"Lyon; ""A"""\r\n\r\nL-2;Évry\r\n';

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["commas", Buffer.from(text.replaceAll(";", ",").replace("Lyon,", "Lyon;"))],
    ["tabs", Buffer.from(text.replaceAll(";", "\t").replace("Lyon\t", "Lyon;"))],
  ])("in %s is read the same", async (_, file) => {
    expect(await rowsOf("csv", file)).toEqual([["Référence", "Site"], ["L-1", 'Lyon; "A"'], [""], ["L-2", "Évry"]]);
  });

  it("says where a formula stands, and takes text that an export marked as text", async () => {
    expect(await rowsOf("csv", Buffer.from("a;b;c\n=1+1;'=not one;-3"))).toEqual([
      ["a", "b", "c"],
      [{ problem: "formula" }, "=not one", "-3"],
    ]);
  });

  it("with a line beyond measure is refused, not held", async () => {
    const events = await eventsOf("csv", Buffer.from(`a;b\n"${"x".repeat(2_000_000)}`));
    expect(events.at(-1)).toMatchObject({ kind: "unreadable", code: "file.csv_broken" });
  });
});

describe("a workbook", () => {
  it("gives texts, numbers, dates and percents as they are seen", async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c></row>
      <row r="3"><c r="A3"><v>8</v></c><c r="B3" s="1"><v>46023</v></c><c r="C3" s="2"><v>0.07</v></c>
      <c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><v>x</v></c></row>`;
    const book = { rows, strings: ["Référence"], formats: ["dd/mm/yyyy", '0.0"%d"%'] };
    const events = await eventsOf("xlsx", await aWorkbook(book));
    expect(events).toMatchObject([
      { kind: "row", number: 1, cells: ["Référence", "", "in"] },
      { kind: "row", number: 3, cells: ["8", "2026-01-01", "7", "1", "x"] },
    ]);
    const later = await rowsOf("xlsx", await aWorkbook({ ...book, from1904: true }));
    expect(later[1]?.slice(0, 2)).toEqual(["8", "2030-01-02"]);
  });

  it("says where formulas, errors and merged cells stand", async () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c></row>`;
    const after = `<mergeCells><mergeCell ref="A2:B4"/></mergeCells>`;
    expect(await eventsOf("xlsx", await aWorkbook({ rows, after }))).toMatchObject([
      { kind: "row", cells: [{ problem: "formula" }, { problem: "error" }] },
      { kind: "merged", fromRow: 2, toRow: 4, fromColumn: 0, toColumn: 1 },
    ]);
  });

  it("that inflates beyond the limits is refused before it does", async () => {
    const bomb = `<worksheet><sheetData>${" ".repeat(60_000_000)}</sheetData></worksheet>`;
    expect(await codesOf(await aWorkbook({ rows: "", sheet: bomb }))).toEqual(["file.zip_bomb"]);
    const crowd = Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`xl/${index}.xml`, "x"]));
    expect(await codesOf(await zipOf(crowd))).toEqual(["file.zip_bomb"]);
  });

  it("whose header lies about its size is refused while it inflates", async () => {
    const book = await aWorkbook({ rows: "", sheet: `<worksheet><sheetData>${" ".repeat(60_000_000)}` });
    // Sizes stand in the directory and, before the data, in a descriptor: both claim a kilobyte.
    const lied = Buffer.from(book);
    const real = Buffer.alloc(4);
    real.writeUInt32LE(60_000_000 + "<worksheet><sheetData>".length);
    for (let at = lied.indexOf(real); at >= 0; at = lied.indexOf(real, at + 4)) lied.writeUInt32LE(1024, at);
    expect(await codesOf(lied)).toEqual(["file.not_xlsx"]);
  });

  it.each([
    ["no archive", () => Promise.resolve(Buffer.from("not a zip"))],
    ["cut short", async () => (await aWorkbook({ rows: "" })).subarray(0, 300)],
    ["no workbook inside", () => zipOf({ "a.txt": "a" })],
    ["a sheet that does not close", () => aWorkbook({ rows: "", sheet: "<worksheet><a></b>" })],
    [
      "entities that grow",
      () => aWorkbook({ rows: "", sheet: '<!DOCTYPE a [<!ENTITY b "cccc">]><worksheet>&b;</worksheet>' }),
    ],
  ])("that is %s is refused", async (_, make) => {
    expect(await codesOf(await make())).toEqual(["file.not_xlsx"]);
  });
});

describe("a file that was written", () => {
  const anyText = fc.string({ maxLength: 30 });
  const anyCell = fc.oneof(anyText, fc.integer(), fc.double({ min: -1e9, max: 1e9, noNaN: true }));

  it.each(["@", "'@", "''=1", "'a", "-", "'-2"])("as csv keeps %s as the text it is", async (text) => {
    const read = await rowsOf(
      "csv",
      await fileSheets.write("csv", [
        ["h1", "h2"],
        [text, "end"],
      ]),
    );
    expect(read).toEqual([
      ["h1", "h2"],
      [text, "end"],
    ]);
  });

  it.each(["csv", "xlsx"] as const)("as %s reads back as it was", async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), async (rows) => {
        // A heading of semicolons decides the separator; the last cell keeps short rows from being cut.
        const sheet = [["h1", "h2"], ...rows.map((row) => [...row, "end"])];
        const read = await rowsOf(format, await fileSheets.write(format, sheet));
        const written = sheet.map((row) => row.map((cell) => (format === "csv" ? asCsv(cell) : String(cell))));
        expect(read).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });
});

/** Numbers have decimal commas in a CSV. */
const asCsv = (cell: string | number): string => (typeof cell === "number" ? String(cell).replace(".", ",") : cell);
