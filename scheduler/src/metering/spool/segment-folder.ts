import { open, readFile, readdir, rename, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readLines } from "./record-line.js";

/** One append-only file of records of one epoch, named by its first sequence. */
export interface Segment {
  readonly path: string;
  readonly first: number;
  /** Last sequence that is on disk; `first - 1` when empty. */
  last: number;
  bytes: number;
}

export const segmentPath = (folder: string, first: number): string =>
  join(folder, `${String(first).padStart(12, "0")}.spool`);

const SEGMENT = /^([0-9]{12})\.spool$/;

/** Writes a small file so that a crash leaves the old or the new content. */
export const writeAtomically = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
};

/** As `writeAtomically`, for what may be lost in a crash at the price of doing something twice. */
export const writeCheaply = async (path: string, text: string): Promise<void> => {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
};

/** Content of a small file; `null` when it does not exist. */
export const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
};

/** Makes new names in a folder survive a crash. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Segments left by an earlier process, oldest first. What lies behind the last whole record of a file was never
 * confirmed to anybody: it is cut off. Segments that do not continue the one before them are not read.
 */
export const recoverSegments = async (folder: string): Promise<Segment[]> => {
  const segments: Segment[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const match = SEGMENT.exec(name);
    if (match === null) continue;
    const first = Number(match[1]);
    const before = segments.at(-1);
    if (before !== undefined && before.last + 1 !== first) break;
    const path = join(folder, name);
    const bytes = await readFile(path);
    const lines = readLines(bytes, Infinity);
    const end = lines.at(-1)?.end ?? 0;
    if (end < bytes.length) await truncate(path, end);
    segments.push({ path, first, last: first + lines.length - 1, bytes: end });
  }
  return segments;
};
