import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../kernel/fold.js";
import { gpuTypeOf, GPU_TYPES, nearestGpuTypes } from "../declaration/gpu-types.js";
import { DECLARATION_TEMPLATE } from "./declaration-template.js";
import { needTemplate } from "./need-template.js";
import { readCell } from "./read-cell.js";
import type { FieldValue, TemplateField } from "./template-field.js";
import { writeCell } from "./write-cell.js";

const TEMPLATES = [DECLARATION_TEMPLATE, needTemplate(["2026Q4", "2027Q1"])];
const fieldOf = (key: string): TemplateField => {
  const found = TEMPLATES.flatMap(({ fields }) => fields).find((field) => field.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const read = (key: string, text: string): unknown => {
  const result = readCell(fieldOf(key), text);
  return result.ok ? result.value : result.refusal.code;
};

describe("cells", () => {
  it.each([
    ["gpuCount", "8", 8],
    ["gpuCount", " 1 200 ", 1200],
    ["gpuCount", "0", "cell.out_of_bounds"],
    ["gpuCount", "-3", "cell.out_of_bounds"],
    ["gpuCount", "2,5", "cell.unreadable"],
    ["gpuCount", "", "cell.missing"],
    ["annualCostEuros", "1\u202f234,50 €", 1234.5],
    ["annualCostEuros", "1,234.50", "cell.unreadable"],
    ["pue", "1.2", 1.2],
    ["shareablePercent", "60 %", 60],
    ["shareablePercent", "", 0],
    ["shareablePercent", "101", "cell.out_of_bounds"],
    ["amortisationEnd", "28/02/2027", "2027-02-28"],
    ["amortisationEnd", "2027-02-29", "cell.unreadable"],
    ["amortisationEnd", "31/04/2027", "cell.unreadable"],
    ["amortisationEnd", "1970-01-01", "cell.out_of_bounds"],
    ["hosting", "interne à l’état".replace("’", "'"), "state_internal"],
    ["hosting", "Commercial", "commercial"],
    ["hosting", "cloud", "cell.unreadable"],
    ["labels", "Internal; dr", ["internal", "dr"]],
    ["labels", "classified", "cell.unreadable"],
    ["gpuType", "nvidia h100 80gb", "H100-80GB"],
    ["gpuType", "H1000", "cell.gpu_type_unknown"],
    ["site", "x".repeat(121), "cell.out_of_bounds"],
  ])("of %s that hold %j give %j", (key, text, value) => {
    expect(read(key, text)).toEqual(value);
  });

  it("name the nearest known types of an unknown GPU, whatever was written", () => {
    expect(nearestGpuTypes("H1000 80GB")[0]).toBe("H100-80GB");
    expect(nearestGpuTypes("L40-48")).toContain("L40S-48GB");
    fc.assert(fc.property(fc.string(), (text) => nearestGpuTypes(text).length === 3));
    for (const type of GPU_TYPES) expect(gpuTypeOf(type)).toBe(type);
  });
});

describe("templates", () => {
  it("have no two columns that a heading could mean", () => {
    for (const { fields } of TEMPLATES) {
      const names = fields.map(({ key, header }) => new Set([key, header.fr, header.en].map(fold)));
      const all = names.flatMap((set) => [...set]);
      expect(all.length).toBe(new Set(all).size);
    }
  });

  it("have words in both languages, and fallbacks that their own rule takes", () => {
    for (const field of TEMPLATES.flatMap(({ fields }) => fields)) {
      for (const words of [field.header, field.help]) expect(words.fr && words.en).toBeTruthy();
      if (field.fallback !== null)
        expect(readCell(field, String(writeCell(field.fallback)))).toEqual({ ok: true, value: field.fallback });
    }
  });

  it("read back every value that they write", () => {
    const fields = TEMPLATES.flatMap((template) => template.fields);
    fc.assert(
      fc.property(
        fc.constantFrom(...fields).chain((field) => fc.tuple(fc.constant(field), anyValue(field))),
        ([field, value]) => {
          expect(readCell(field, String(writeCell(value)))).toEqual({ ok: true, value });
        },
      ),
    );
  });
});

function anyValue({ rule }: TemplateField): fc.Arbitrary<FieldValue> {
  switch (rule.kind) {
    case "text":
      return fc
        .string({ minLength: 1, maxLength: rule.maxLength })
        .filter((text) => text === text.trim() && text !== "");
    case "integer":
      return fc.integer({ min: rule.min, max: Math.min(rule.max, 2 ** 31 - 1) });
    case "decimal":
      return fc.double({ min: rule.min, max: rule.max, noNaN: true }).map((value) => value + 0);
    case "date":
      return fc
        .date({ min: new Date(rule.min), max: new Date(rule.max), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case "choice":
      return fc.constantFrom(...Object.keys(rule.choices));
    case "labels":
      return fc.uniqueArray(fc.constantFrom(...rule.choices), { minLength: 1 });
    case "gpu_type":
      return fc.constantFrom(...GPU_TYPES);
  }
}
