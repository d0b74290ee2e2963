import { describe, expect, it } from "vitest";
import type { TemplateRow } from "../generated/operations";
import { cellsOf, toCells, wrongCells } from "./need-form";

const field = (key: string, more: Partial<TemplateRow> = {}): TemplateRow => ({
  key,
  header: { fr: key, en: key },
  help: { fr: "", en: "" },
  unit: null,
  required: true,
  fallback: null,
  rule: { kind: "text", maxLength: 60 },
  ...more,
});
const template = [
  field("title"),
  field("labels"),
  field("users", { required: false }),
  field("peakHourPercent", { required: false, fallback: 12 }),
  ...["low", "likely", "high"].map((level) => field(`2027Q1_${level}`)),
];

describe("a need's form", () => {
  it("begins with what the template takes", () => {
    expect(cellsOf(template, [])).toMatchObject({ title: "", peakHourPercent: "12" });
    expect(cellsOf(template, [{ field: "labels", value: ["internal", "personal"] }])).toMatchObject({
      labels: "internal, personal",
    });
  });
  it("asks for what is required, and for quantities in order", () => {
    const cells = { title: " ", labels: "internal", "2027Q1_low": "10", "2027Q1_likely": "9,5", "2027Q1_high": "20" };
    expect(wrongCells(template, ["2027Q1"], cells)).toEqual(["title", "2027Q1_likely"]);
    expect(wrongCells(template, ["2027Q1"], { ...cells, title: "Tri", "2027Q1_likely": "10,5" })).toEqual([]);
  });
  it("sends what was written, for the server to read", () => {
    expect(toCells({ title: " Tri ", users: "1 200" })).toEqual([
      { field: "title", value: "Tri" },
      { field: "users", value: "1 200" },
    ]);
  });
});
