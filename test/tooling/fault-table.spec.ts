import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("test/README.md", root), "utf8");
/** The last cell of a row of the table of faults: a file and the title of a test in it. */
const rows = [...readme.matchAll(/^\|.*\| `([^`]+\.spec\.ts)` · (.+) \|$/gm)].map(([, file = "", title = ""]) => {
  return { file, title };
});

describe("the table of faults", () => {
  it("has a row for each fault that was promised", () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows)("$file has: $title", ({ file, title }) => {
    const url = new URL(file, root);
    expect(existsSync(url)).toBe(true);
    expect(readFileSync(url, "utf8")).toContain(`"${title}"`);
  });
});
