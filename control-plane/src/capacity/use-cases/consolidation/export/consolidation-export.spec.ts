import { describe, expect, it } from "vitest";
import { syntheticState } from "../../../../../../test/builders/synthetic-state.js";
import { aConsolidation } from "../../../../../../test/builders/consolidation.builder.js";
import { writeWorkbook } from "../../../../platform/sheets/write-sheet.js";
import { fileSheets } from "../../../adapters/sheets/file-sheets.js";
import { consolidate } from "../../../domain/consolidation/consolidate.js";
import type { SeenConsolidation } from "../read-consolidation.js";
import { HOSTINGS } from "../../../domain/declaration/capacity-line.js";
import { CONSOLIDATION_STATES } from "../../../domain/consolidation/consolidation-life.js";
import { ZONES } from "../../../domain/consolidation/zone.js";
import { consolidationTables } from "./consolidation-tables.js";
import { PAGE_STYLE } from "../../../../kernel/printed-report.js";
import { printedPage } from "./printed-page.js";

const { report, supplier } = consolidate(syntheticState({ ministries: 5, needsEach: 12, quarters: 2, seed: 3 }));
const consolidation = aConsolidation({
  state: "published",
  inputDigest: "ab".repeat(32),
  reportDigest: "cd".repeat(32),
  supplier,
});
const everything: SeenConsolidation = { consolidation, report, cells: report.cells, supplier };
const nameOf = (id: string): string => `<b>Ministère & ${id.slice(-1)}</b>`;
const campaign = { name: 'Automne "2026"', quarters: report.campaign.quarters };

describe("what is exported of a consolidation", () => {
  const tables = consolidationTables(everything, nameOf, "fr");
  const table = (key: string) => tables.find((each) => each.key === key);

  it("holds every cell, and totals that are their sum", () => {
    expect(table("cells")?.rows).toHaveLength(report.cells.length);
    const column = table("totals")?.header.indexOf("Besoin probable") ?? -1;
    const total = table("totals")?.rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(total).toBe(report.cells.reduce((sum, { demand }) => sum + demand.likely, 0));
    expect(
      table("reconciliation")
        ?.rows.filter((row) => row[4] === "✓")
        .map((row) => row[3]),
    ).toEqual([0, 0, 0, 0]);
    expect(tables.every(({ header, rows }) => rows.every((row) => row.length === header.length))).toBe(true);
    expect(new Set(tables.map(({ title }) => title)).size).toBe(tables.length);
  });

  it("is a ministry's own cells, or the supplier version alone, for those who may read no more", () => {
    const [cell] = report.cells;
    if (cell === undefined) throw new Error("no cell");
    const own = consolidationTables({ ...everything, report: null, cells: [cell], supplier: null }, nameOf, "en");
    expect(own.map(({ key }) => key)).toEqual(["totals", "cells"]);
    const published = consolidationTables({ ...everything, report: null, cells: [] }, nameOf, "en");
    expect(published.map(({ key }) => key)).toEqual(["suppliers"]);
    expect(JSON.stringify(published)).not.toContain("Ministère");
  });

  it("is a page that escapes what it holds, loads nothing, and repeats headings in print", () => {
    const page = printedPage({ campaign, consolidation, tables }, "fr");
    expect(page).not.toContain("<b>Ministère");
    expect(page).toContain("&lt;b&gt;Ministère &amp; 1&lt;/b&gt;");
    expect(page).toContain("Automne &quot;2026&quot;");
    expect(page).toContain(consolidation.inputDigest);
    expect(page).not.toMatch(/\b(?:src|href)=|<script/);
    expect(page.match(/<table>/g)).toHaveLength(tables.length);
    expect(PAGE_STYLE).toMatch(
      /@page\{size:A4 landscape.*table-header-group|table-header-group.*@page\{size:A4 landscape/s,
    );
  });

  it.each(["fr", "en"] as const)("prints no code in %s, but names of methods and GPUs", (language) => {
    const printed = printedPage(
      { campaign, consolidation, tables: consolidationTables(everything, nameOf, language) },
      language,
    );
    const cells = [...printed.matchAll(/<(?:td|dd|p class="note")>([^<]*)</gu)].map((match) => match[1] ?? "");
    const codes = [
      ...ZONES,
      ...HOSTINGS,
      ...CONSOLIDATION_STATES,
      "estimated",
      "granted_and_unmet_are_need",
      "usedP95",
    ];
    const same = new Set(language === "en" ? ["sensitive", "commercial", "computed", "published", "reviewed"] : []);
    expect(cells.filter((cell) => codes.includes(cell) && !same.has(cell))).toEqual([]);
    expect(cells.filter((cell) => /^[a-z]+(?:_[a-z]+)+$/u.test(cell))).toEqual([]);
    expect(cells).toContain(language === "fr" ? "publiée" : "published");
  });

  it("is a workbook with a sheet a table, the first of which reads back", async () => {
    const sheets = tables.map(({ title, header, rows }) => ({
      name: title,
      rows: [header, ...rows.map((row) => row.map((cell) => cell ?? ""))],
    }));
    const file = await writeWorkbook(sheets);
    const read: (readonly string[])[] = [];
    for await (const event of fileSheets.read("xlsx", file))
      if (event.kind === "row") read.push(event.cells.map((cell) => (typeof cell === "string" ? cell : "unreadable")));
    expect(read[0]).toEqual(tables[0]?.header);
    expect(read).toHaveLength((tables[0]?.rows.length ?? 0) + 1);
  });
});
