import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPolicyFiles } from "@socle/policies";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FolderBundle } from "./folder-bundle.js";

const shipped = loadPolicyFiles(fileURLToPath(new URL("../../../../../policies", import.meta.url)));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "socle-policies-"));
  for (const { path, text } of shipped) write(path, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

it("gives the shipped rules with their digest, and the same object while nothing changed", () => {
  const source = new FolderBundle(folder);
  const first = source.load();
  expect(first).toMatchObject({ ok: true, value: { source: { files: shipped } } });
  expect(first.ok && first.value.source.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(source.load()).toEqual(first);
});

it("follows the files, refuses what does not compile by file and line, and takes the repaired rule", () => {
  const source = new FolderBundle(folder);
  const before = source.load();
  const [rule] = shipped;
  if (rule === undefined) throw new Error("there is no shipped rule");
  write(rule.path, `${rule.text}\nbroken: [`);
  const broken = source.load();
  expect(broken.ok).toBe(false);
  expect(!broken.ok && broken.refusal).toContain(`${rule.path}:`);
  write(rule.path, `${rule.text}\n# a comment\n`);
  const after = source.load();
  expect(after.ok).toBe(true);
  expect(after).not.toEqual(before);
});
