import type { Response } from "express";
import { describe, expect, it } from "vitest";
import type { ReportTable } from "../../kernel/report-table.js";
import { MEDIA, sendFile, sendTables } from "./send-report.js";

const totals: ReportTable = {
  key: "totals",
  title: "Totaux",
  note: null,
  header: ["Ministère", "GPU"],
  rows: [
    ["=HYPERLINK()", 2.5],
    ["Culture", null],
  ],
};

/** What a response was told, and the bytes that it ended with. */
function recorder() {
  const headers = new Map<string, string>();
  const sent: (string | Uint8Array)[] = [];
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    end: (body: string | Uint8Array) => sent.push(body),
  } as unknown as Response;
  return { response, headers, text: () => sent.map((body) => Buffer.from(body).toString()).join("") };
}

describe("a file that goes out", () => {
  it("is named and kept by nobody on its way", () => {
    const { response, headers, text } = recorder();
    sendFile(response, "rules.json", MEDIA.json, "[]");
    expect(Object.fromEntries(headers)).toEqual({
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="rules.json"',
      "cache-control": "no-store",
    });
    expect(text()).toBe("[]");
  });

  it("is the table that was asked for, as French spreadsheets open it, empty cells empty", async () => {
    const { response, headers, text } = recorder();
    await sendTables(response, "audit", "csv", [totals], "totals");
    expect(headers.get("content-disposition")).toBe('attachment; filename="audit-totals.csv"');
    expect(text()).toBe("\ufeffMinistère;GPU\r\n'=HYPERLINK();2,5\r\nCulture;\r\n");
  });

  it("is a workbook of all tables", async () => {
    const { response, headers, text } = recorder();
    await sendTables(response, "audit", "xlsx", [totals], "totals");
    expect(headers.get("content-type")).toBe(MEDIA.xlsx);
    expect(text().slice(0, 2)).toBe("PK");
  });

  it("is not there when no table has the name", async () => {
    const { response } = recorder();
    await expect(sendTables(response, "audit", "csv", [totals], "people")).rejects.toMatchObject({ status: 404 });
  });
});
