import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { PolicyFile } from "./source-error.js";

const foldersOf = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => !name.startsWith(".") && statSync(join(dir, name)).isDirectory())
    .sort();

/**
 * Reads every `<family>/<rule>/rule.yaml` below `dir`; other folders, such as the engine's, hold no such file and are
 * passed over. Throws when `dir` cannot be read.
 */
export function loadPolicyFiles(dir: string): PolicyFile[] {
  const files: PolicyFile[] = [];
  for (const family of foldersOf(dir)) {
    for (const rule of foldersOf(join(dir, family))) {
      const file = join(dir, family, rule, "rule.yaml");
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
      files.push({ path: `${family}/${rule}/rule.yaml`, text: readFileSync(file, "utf8") });
    }
  }
  return files;
}
