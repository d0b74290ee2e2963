import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

type Tree = { readonly [key: string]: string | Tree };
const SOURCES = fileURLToPath(new URL("../../console/src/", import.meta.url));

const keysOf = (tree: Tree, prefix = ""): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );

const texts = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/u.test(path) && !/^(?:i18n|generated)|\.spec\.ts$/u.test(path))
  .map((path) => readFileSync(SOURCES + path, "utf8"));
const found = (pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));

const HOLE = "#";
const literals = new Set(found(/"([\w.]+)"/gu));
/** Keys put together of parts: a hole in front is any path, one elsewhere is one name. */
const composed = [...new Set(found(/`((?:[^`\s$]|\$\{[^}`]*\})*)`/gu))]
  .filter((template) => template.includes("${"))
  .map((template) => template.replaceAll(/\$\{[^}]*\}/gu, HOLE))
  .filter((template) => /[a-z]{2}/iu.test(template) && /^[\w.#]+$/u.test(template) && template.includes("."))
  .map((template) => template.replaceAll(".", "\\.").replace(/^#/u, "[\\w.]+").replaceAll(HOLE, "\\w+"))
  .map((pattern) => new RegExp(`^${pattern}$`, "u"));

/** By a path that only the console's own build resolves; both dictionaries have the same keys, which another spec holds. */
async function dictionary(): Promise<readonly string[]> {
  const path: string = "../../console/src/i18n/fr/index.ts";
  return keysOf(((await import(path)) as { readonly fr: Tree }).fr);
}

describe("the console's words", () => {
  let keys: readonly string[];
  beforeAll(async () => {
    keys = await dictionary();
  });

  it("are all said by some page", () => {
    // A literal may name a word, or the group that its last part is chosen from.
    const isSaid = (key: string): boolean =>
      literals.has(key) || literals.has(key.replace(/\.\w+$/u, "")) || composed.some((pattern) => pattern.test(key));
    const unused = keys.filter((key) => !isSaid(key));
    expect(unused).toEqual([]);
  });

  it("hold everything that a page says", () => {
    const said = found(/\bt\(\s*"([\w.]+)"/gu).filter((key) => key.includes("."));
    expect([...new Set(said)].filter((key) => !keys.includes(key))).toEqual([]);
  });
});
