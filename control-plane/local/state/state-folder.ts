import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { LaunchFailure } from "../launch-failure.ts";

/** Where everything of one installation lies. */
export interface StateFolder {
  readonly path: string;
  readonly logs: string;
  readonly keys: string;
  readonly scheduler: string;
  /** The transparency logs, as files. */
  readonly transparency: string;
  /** What the witness remembers. */
  readonly witness: string;
  file(name: string): string;
}

const FRESH_NEEDS = 300 * 1024 * 1024;
const GOING_ON_NEEDS = 32 * 1024 * 1024;

/** What the folder would hold, without touching the disk. */
export function stateFolderAt(path: string): StateFolder {
  return {
    path,
    logs: join(path, "logs"),
    keys: join(path, "keys"),
    scheduler: join(path, "scheduler"),
    transparency: join(path, "transparency"),
    witness: join(path, "witness"),
    file: (name) => join(path, name),
  };
}

/**
 * Makes the state folder private. Root's one lets others pass through but not list it, because PostgreSQL refuses to run
 * as root and its user has to reach the data; every file in it is private by itself.
 */
export function prepareStateFolder(path: string): StateFolder {
  const folder = stateFolderAt(path);
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    makeFolder(path, mode);
    chmodSync(path, mode);
    accessSync(path, constants.W_OK | constants.X_OK);
    for (const inner of [folder.logs, folder.keys, folder.scheduler, folder.transparency, folder.witness])
      mkdirSync(inner, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw error;
    throw new LaunchFailure(
      `the state folder ${path} cannot be written (${code ?? "unknown"}); set SOCLE_HOME to another`,
    );
  }
  return folder;
}

/** Level by level: a recursive mkdir never ends where a file system pretends that a parent is missing, as /proc does. */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  if (!existsSync(dirname(path))) makeFolder(dirname(path), 0o755);
  mkdirSync(path, { mode });
}

/** Refuses to start on a disk so full that the data base could not even be made or checkpointed. */
export function checkSpace(path: string, fresh: boolean): void {
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  const needed = fresh ? FRESH_NEEDS : GOING_ON_NEEDS;
  if (free >= needed) return;
  throw new LaunchFailure(
    `the disk that holds ${path} is full: ${megabytes(free)} MB free, ${megabytes(needed)} MB needed; ` +
      "free some or set SOCLE_HOME to another disk",
  );
}

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

/** Replaces a private file as a whole, so that a crash leaves the former or the new one. */
export function writePrivate(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, path);
}

export function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
