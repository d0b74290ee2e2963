import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { LaunchFailure } from "../launch-failure.ts";
import { identityOf, isRunning, type ProcessIdentity } from "../processes/process-identity.ts";
import { readJson, type StateFolder } from "./state-folder.ts";

export interface InstanceLock {
  release(): void;
}

const LOCK = "lock.json";

/** The launcher that runs on this state folder now, if any. */
export function holderOf(state: StateFolder): ProcessIdentity | null {
  const content = readJson(state.file(LOCK));
  if (!isIdentity(content)) return null;
  return isRunning(content) ? content : null;
}

/** One launcher a state folder: the second is told where the first answers. */
export async function takeInstanceLock(state: StateFolder): Promise<InstanceLock> {
  const path = state.file(LOCK);
  const mine = identityOf(process.pid);
  const candidate = `${path}.${mine.pid}`;
  if (holderOf(state) !== null) throw alreadyRunning(state);
  writeFileSync(candidate, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(candidate, path);
    rmSync(candidate);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // What lies there belongs to a dead launcher. Of several that replace it at once the last one wins.
    if (holderOf(state) !== null) throw alreadyRunning(state);
    renameSync(candidate, path);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  if (holderOf(state)?.pid !== mine.pid) throw alreadyRunning(state);
  return {
    release: () => {
      if (holderOf(state)?.pid === mine.pid) rmSync(path, { force: true });
    },
  };
}

function alreadyRunning(state: StateFolder): LaunchFailure {
  const run = readJson(state.file("run.json"));
  const url = typeof run === "object" && run !== null && "consoleUrl" in run ? String(run.consoleUrl) : null;
  const where = url === null ? "and still starting" : `at ${url}`;
  return new LaunchFailure(`Socle is already running ${where} (state folder ${state.path})`);
}

function isIdentity(content: unknown): content is ProcessIdentity {
  return (
    typeof content === "object" &&
    content !== null &&
    "pid" in content &&
    typeof content.pid === "number" &&
    "startedAt" in content &&
    typeof content.startedAt === "string"
  );
}
