import { describe, expect, it } from "vitest";
import { csvText } from "./csv";

describe("CSV export", () => {
  it("quotes what holds a separator, a quote or a line end", () => {
    expect(csvText(["a", "b"], [['x;"y"', 1.5]])).toBe('a;b\r\n"x;""y""";1.5\r\n');
  });
  it("keeps a spreadsheet from running a cell as a formula", () => {
    expect(csvText(["a"], [["=HYPERLINK(1)"]])).toBe("a\r\n'=HYPERLINK(1)\r\n");
  });
  it("leaves negative figures as figures and empty cells empty", () => {
    expect(csvText(["a", "b"], [[-2, null]])).toBe("a;b\r\n-2;\r\n");
  });
});
