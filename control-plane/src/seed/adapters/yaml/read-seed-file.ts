import { readFileSync } from "node:fs";
import type { SeedDocument } from "../../domain/seed-document.js";
import { readSeed, writeMistakes } from "./read-seed.js";

/** The document of a file named on the command line; otherwise says why on stderr, sets exit code 1, returns `null`. */
export function readSeedFile(path: string | undefined): SeedDocument | null {
  const text = path === undefined ? null : textOf(path);
  if (path === undefined || text === null) return refused(`cannot read the seed file ${path ?? ""}`.trimEnd());
  const reading = readSeed(text);
  return reading.ok ? reading.document : refused(writeMistakes(path, reading.mistakes));
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function refused(reason: string): null {
  console.error(reason);
  process.exitCode = 1;
  return null;
}
