import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** The last cell of a row of the threat model: a file, and the title of a test in it where one is named. */
const threats = [
  ...read("control-plane/docs/threat-model.md").matchAll(/^\|.*\| `([^`]+\.spec\.ts)` ·(?: (.+))? \|$/gm),
].map(([, file = "", title = ""]) => ({ file, title }));
const items = read("control-plane/docs/asvs.md")
  .split("\n")
  .filter((line) => /^\| \d/u.test(line))
  .map((line) => ({ item: line.split("|")[1]?.trim() ?? "", files: [...line.matchAll(/`([^`]+\.spec\.ts)`/gu)] }))
  .filter(({ files }) => files.length > 0)
  .map(({ item, files }) => ({ item, file: files.at(-1)?.[1] ?? "" }));

describe("the threat model", () => {
  it("has a test for each threat, of every letter and boundary", () => {
    const text = read("control-plane/docs/threat-model.md");
    const rows = text.split("\n").filter((line) => /^\| [STRIDE]: /u.test(line));
    expect(rows.length).toBe(threats.length);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set("STRIDE"));
    for (const section of text.split("\n## ").slice(1)) expect(section).toMatch(/^\| [STRIDE]: /mu);
  });

  it.each(threats)("$file has: $title", ({ file, title }) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    expect(read(file)).toContain(title === "" ? "it(" : `"${title}"`);
  });
});

describe("the list of ASVS items", () => {
  it("has a test for each that is met, and a reason for each that is not", () => {
    const [met = "", unmet = ""] = read("control-plane/docs/asvs.md").split("## Not met");
    expect(items.length).toBe(met.split("\n").filter((line) => /^\| \d/u.test(line)).length);
    expect(items.length).toBeGreaterThan(35);
    for (const line of unmet.split("\n").filter((each) => /^\| \d/u.test(each)))
      expect(line.split("|")[3]?.trim().length).toBeGreaterThan(20);
  });

  it.each(items)("$item: $file exists", ({ file }) => {
    expect(existsSync(new URL(file, root))).toBe(true);
  });
});
