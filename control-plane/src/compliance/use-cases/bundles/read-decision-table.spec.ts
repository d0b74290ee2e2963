import { describe, expect, it } from "vitest";
import { readCsv } from "../../../platform/sheets/read-csv.js";
import { readXlsx } from "../../../platform/sheets/read-xlsx.js";
import { writeXlsx } from "../../../platform/sheets/write-sheet.js";
import type { SheetEvent } from "../../../kernel/sheet.js";
import { readDecisionTable } from "./read-decision-table.js";

const HEADING = "row;id;version;owner;effect;mode;from;text;url;code;fr;en;name;expected;request.labels";
const RULE = "rule;a/b;1;compliance;warn;shadow;2026-01-01;Texte;https://example.org/;a.b;Oui.;Yes.;;;has health";
const CASES = "test;;;;;;;;;;;;with;fires;health\ntest;;;;;;;;;;;;without;silent;";
const csv = (...lines: string[]) => readDecisionTable(readCsv(Buffer.from(lines.join("\n"))));

describe("a decision table in a file", () => {
  it("is read from CSV, whatever separates it, and from XLSX", async () => {
    const { files, faults } = await csv(HEADING, RULE, CASES);
    expect(faults).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(["a/b/rule.yaml"]);
    const rows = [HEADING, RULE, ...CASES.split("\n")].map((line) => line.split(";"));
    expect(await readDecisionTable(readXlsx(await writeXlsx(rows)))).toEqual({ files, faults });
    expect(await csv(...[HEADING, RULE, CASES].map((line) => line.replaceAll(";", ",")))).toEqual({ files, faults });
  });

  it("does not take a formula or a merged cell for a value", async () => {
    const formula = await csv(HEADING, RULE.replace("has health", '"=A1"'), CASES);
    expect(formula.faults).toMatchObject([{ row: 2, column: 14, code: "table.cell" }, { code: "table.no_condition" }]);
    async function* merged(): AsyncGenerator<SheetEvent> {
      yield* readCsv(Buffer.from([HEADING, RULE, CASES].join("\n")));
      yield { kind: "merged", fromRow: 2, toRow: 2, fromColumn: 2, toColumn: 3 };
    }
    const { faults } = await readDecisionTable(merged());
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 2, "table.cell"],
      [2, 3, "table.cell"],
    ]);
  });

  it("is refused when the file cannot be read, and when it has no end", async () => {
    const { faults } = await readDecisionTable(readXlsx(Buffer.from("no workbook")));
    expect(faults).toMatchObject([{ code: "file.not_xlsx", fr: expect.any(String) as string }]);
    const endless = await csv(HEADING, ...Array.from({ length: 20_001 }, () => RULE));
    expect(endless.faults).toMatchObject([{ code: "table.too_long" }]);
  });
});
