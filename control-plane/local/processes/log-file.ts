import { closeSync, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from "node:fs";

const LIMIT = 10 * 1024 * 1024;

/** Opens a child's log for appending; the child keeps it when the launcher dies. */
export function openLog(path: string): number {
  return openSync(path, "a", 0o600);
}

/**
 * Keeps one former log beside the present one. The file is copied and cut rather than renamed, because the child
 * holds it open; appending writers continue at the new end.
 */
export function rotateLog(path: string, limit: number = LIMIT): boolean {
  try {
    if (statSync(path).size < limit) return false;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
    return true;
  } catch {
    return false;
  }
}

export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** What was written after `from`, at most its last 16 kB. */
export function logSince(path: string, from: number): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return "";
  }
  try {
    const size = fstatSync(file).size;
    const start = Math.max(from, size - 16_384, 0);
    const buffer = Buffer.alloc(Math.max(size - start, 0));
    readSync(file, buffer, 0, buffer.length, start);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The line of a log that most likely says why its process ended: a message, not a stack frame. */
export function telltaleLine(log: string): string {
  const lines = log
    .split("\n")
    .map(messageOf)
    .filter((line) => line !== "" && !/^\s*at |^node:internal|^Node\.js v|^\s*\^+$|^[{}]/.test(line));
  const fatal = lines.findLast((line) => /error|fatal|panic|cannot|could not|missing|must|refused/i.test(line));
  return fatal ?? lines.at(-1) ?? "it wrote nothing";
}

function messageOf(line: string): string {
  const text = line.trim();
  if (!text.startsWith("{")) return text;
  try {
    const entry = JSON.parse(text) as {
      msg?: unknown;
      message?: unknown;
      err?: { message?: unknown };
      level?: unknown;
    };
    const parts = [entry.msg ?? entry.message, entry.err?.message].filter((part) => typeof part === "string");
    return parts.join(": ");
  } catch {
    return text;
  }
}
