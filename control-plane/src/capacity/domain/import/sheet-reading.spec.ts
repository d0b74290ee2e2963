import { describe, expect, it } from "vitest";
import { lineCells } from "../../../../../test/builders/capacity.builder.js";
import type { SheetCell } from "../../../kernel/sheet.js";
import { readLine } from "../declaration/read-line.js";
import { DECLARATION_TEMPLATE } from "../template/declaration-template.js";
import { SheetReading } from "./sheet-reading.js";

const KEYS = [...lineCells().keys()];
const header = (key: string): string =>
  DECLARATION_TEMPLATE.fields.find((field) => field.key === key)?.header.fr ?? key;
const HEADING = KEYS.map(header);
const cells = (changes: Readonly<Record<string, string>> = {}): SheetCell[] => [...lineCells(changes).values()];

function reading(heading: readonly SheetCell[] = HEADING) {
  const sheet = new SheetReading({ template: DECLARATION_TEMPLATE, read: readLine });
  sheet.row(2, heading);
  return sheet;
}
const told = (sheet: ReturnType<typeof reading>) =>
  sheet.takeIssues().map(({ cell, row, code }) => `${cell ?? `row ${String(row)}`} ${code}`);

describe("the rows of a file", () => {
  it("are records once a heading has been read; empty rows are none", () => {
    const sheet = reading();
    expect(sheet.row(3, ["", "  "])).toBeNull();
    expect(sheet.row(4, cells())).toMatchObject({ row: 4, content: { reference: "L-001", gpuCount: 8 } });
    expect(told(sheet)).toEqual([]);
  });

  it("say by cell what each has wrong, formulas and errors of the spreadsheet included", () => {
    const sheet = reading();
    const at = (key: string): number => KEYS.indexOf(key);
    const wrong: SheetCell[] = cells({ gpuType: "H1000", site: "" });
    wrong[at("gpuCount")] = { problem: "formula" };
    wrong[at("labels")] = { problem: "error" };
    expect(sheet.row(5, wrong)).toBeNull();
    expect(told(sheet)).toEqual(["B5 cell.missing", "D5 cell.gpu_type_unknown", "E5 cell.formula", "G5 cell.error"]);
  });

  it("stand once under one reference", () => {
    const sheet = reading();
    sheet.row(3, cells());
    expect(sheet.row(9, cells({ gpuCount: "4" }))).toBeNull();
    expect(told(sheet)).toEqual(["A9 row.reference_repeated"]);
  });

  it.each([
    ["that touch a field", { fromRow: 3, toRow: 6, fromColumn: 3, toColumn: 3 }, ["D3 cell.merged"]],
    [
      "that reach from the heading into a field",
      { fromRow: 2, toRow: 3, fromColumn: 6, toColumn: 9 },
      ["G2 cell.merged"],
    ],
    ["above the heading, such as a title", { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 6 }, []],
    ["beside the columns that are read", { fromRow: 3, toRow: 6, fromColumn: 20, toColumn: 22 }, []],
  ])("with merged cells %s", (_, range, issues) => {
    const sheet = reading();
    sheet.merged(range);
    expect(told(sheet)).toEqual(issues);
  });

  it("are not read at all under a heading that lacks, repeats or invents a column", () => {
    const sheet = reading([...HEADING.slice(1), HEADING[1] ?? "", "Couleur"]);
    expect(sheet.headingRefused).toBe(true);
    expect(sheet.row(3, cells())).toBeNull();
    expect(new Set(told(sheet).map((issue) => issue.split(" ").at(-1)))).toEqual(
      new Set(["column.missing", "column.repeated", "column.unknown"]),
    );
  });
});
