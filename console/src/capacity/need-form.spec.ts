import { describe, expect, it } from "vitest";
import type { TemplateRow } from "../generated/operations";
import { cellsOf, problemsIn } from "../parts/form/field-spec";
import { needForm, needSpecs, QUANTITIES, toCells, writtenCells, wrongQuantities } from "./need-form";

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
    expect(writtenCells(template, [])).toMatchObject({ title: "", peakHourPercent: "12" });
    expect(writtenCells(template, [{ field: "labels", value: ["internal", "personal"] }])).toMatchObject({
      labels: "internal, personal",
    });
  });
  it("asks for what is required, and for quantities in order", () => {
    const cells = { title: " ", labels: "internal", "2027Q1_low": "10", "2027Q1_likely": "9,5", "2027Q1_high": "20" };
    const specs = needSpecs(template, ["2027Q1"], "en", "may stay empty");
    expect([...problemsIn(specs, needForm(cells, ["2027Q1"])).keys()]).toEqual(["title"]);
    expect(wrongQuantities(template, ["2027Q1"], cells)).toEqual(["2027Q1_likely"]);
    expect(wrongQuantities(template, ["2027Q1"], { ...cells, "2027Q1_likely": "10,5" })).toEqual([]);
    expect(wrongQuantities(template, ["2027Q1"], { ...cells, "2027Q1_low": "" })).toEqual(["2027Q1_low"]);
  });
  it("keeps its quantities as one value, and words as the template has them", () => {
    const form = needForm({ title: "Tri", "2027Q1_low": "1" }, ["2027Q1"]);
    expect(form["title"]).toBe("Tri");
    expect(cellsOf(form[QUANTITIES] ?? "")).toEqual({ "2027Q1_low": "1" });
    expect(needSpecs(template, ["2027Q1"], "en", "may stay empty")).toMatchObject([
      { name: QUANTITIES, kind: "own" },
      { name: "title", kind: "line", label: "title", hint: "" },
      { name: "labels" },
      { name: "users", optional: true, hint: "may stay empty" },
      { name: "peakHourPercent" },
    ]);
  });
  it("sends what was written, for the server to read", () => {
    expect(toCells({ title: " Tri ", users: "1 200" })).toEqual([
      { field: "title", value: "Tri" },
      { field: "users", value: "1 200" },
    ]);
  });
});
