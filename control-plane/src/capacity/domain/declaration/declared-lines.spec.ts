import { describe, expect, it } from "vitest";
import { aLine, lineCells } from "../../../../../test/builders/capacity.builder.js";
import { lineDifferences } from "../submission/version-difference.js";
import { DECLARATION_TEMPLATE } from "../template/declaration-template.js";
import { totalsOf } from "./declared-lines.js";
import { overCommittedLines } from "./over-commitment.js";
import { readLine } from "./read-line.js";

const issues = (cells: Readonly<Record<string, string>>): readonly string[] => {
  const read = readLine(lineCells(cells));
  return read.ok ? [] : read.refusal.map(({ code, field }) => `${field} ${code}`);
};

describe("a line", () => {
  it("is what its cells say, with what the template fills in", () => {
    expect(readLine(lineCells())).toEqual({ ok: true, value: aLine() });
  });

  it.each([
    [{ keptGpus: "9" }, "keptGpus line.kept_over_count"],
    [{ availableFrom: "2027-01-01", availableTo: "2027-01-01" }, "availableTo line.period_inverted"],
    [{ acquisitionYear: "2026", amortisationEnd: "2025-12-31" }, "amortisationEnd line.amortised_before_acquired"],
  ])("with %j is refused", (cells, issue) => {
    expect(issues(cells)).toEqual([issue]);
  });

  it.each([
    [{ shareablePercent: 50, keptGpus: 4 }, false],
    [{ shareablePercent: 50, keptGpus: 5 }, true],
    [{ shareablePercent: 50, utilisationPercent: 50.1 }, true],
    [{ shareablePercent: 60, keptGpus: 4 }, false],
    [{ shareablePercent: 0, keptGpus: 8, utilisationPercent: 100 }, false],
  ])("of eight GPUs with %j is over-committed: %j", (fields, over) => {
    expect(overCommittedLines([aLine(fields)]).length > 0).toBe(over);
  });
});

describe("lines together", () => {
  it("have their totals; without any they fill nothing", () => {
    expect(totalsOf([])).toEqual({ lineCount: 0, gpuCount: 0, completeness: 0 });
    const totals = totalsOf([aLine(), aLine({ reference: "L-002", gpuCount: 4, site: "Lyon", pue: 1.2 })]);
    expect(totals).toMatchObject({ lineCount: 2, gpuCount: 12 });
    expect(totals.completeness).toBeGreaterThan(totalsOf([aLine()]).completeness);
  });

  it("of two versions differ line by line and field by field", () => {
    const before = [aLine(), aLine({ reference: "L-002" })];
    const after = [aLine({ gpuCount: 4, pue: 1.3 }), aLine({ reference: "L-003" })];
    const differences = lineDifferences(DECLARATION_TEMPLATE, before, after);
    expect(differences.map(({ line, presence }) => `${line} ${presence}`)).toEqual([
      "L-001 changed",
      "L-002 removed",
      "L-003 added",
    ]);
    expect(differences[0]?.fields).toEqual([
      { field: "gpuCount", before: 8, after: 4 },
      { field: "pue", before: null, after: 1.3 },
    ]);
  });
});
