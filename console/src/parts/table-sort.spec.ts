import { describe, expect, it } from "vitest";
import { sortRows } from "./table-sort";

describe("sorting rows", () => {
  it("sorts words as the language does", () => {
    expect(sortRows(["Zoo", "État", "Eau"], (word) => word, false, "fr")).toEqual(["Eau", "État", "Zoo"]);
  });
  it("puts nothing last in both directions", () => {
    expect(sortRows([null, 2, 1], (value) => value, false, "fr")).toEqual([1, 2, null]);
    expect(sortRows([null, 2, 1], (value) => value, true, "fr")).toEqual([2, 1, null]);
  });
});
