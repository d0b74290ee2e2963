import { describe, expect, it } from "vitest";
import { stillToDo } from "./still-to-do";

const t = (key: string, values?: Record<string, unknown>) =>
  typeof values?.["date"] === "string" ? `${key} ${values["date"]}` : key;
const format = { date: (iso: string) => iso.slice(0, 10) };

describe("what is still to be done", () => {
  it("is said code by code, with the day of the last reminder", () => {
    expect(stillToDo("declaration.none need.draft 2026-11-23", t, format)).toBe(
      "stillToDo.declaration_none, stillToDo.need_draft, stillToDo.reminded 2026-11-23",
    );
    expect(stillToDo("", t, format)).toBe("");
  });
});
