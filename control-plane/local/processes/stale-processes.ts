import { readJson, writePrivate, type StateFolder } from "../state/state-folder.ts";
import { endProcess, isRunning, type ProcessIdentity } from "./process-identity.ts";

const FILE = "processes.json";
const PATIENCE = 8_000;

/** Remembers the children, so that the next launcher can end what a killed one left behind. */
export function rememberProcesses(state: StateFolder, processes: Readonly<Record<string, ProcessIdentity>>): void {
  writePrivate(state.file(FILE), `${JSON.stringify(processes, null, 2)}\n`);
}

/** Ends the children of a launcher that was killed; never a process that merely got one of their numbers. */
export async function endStaleProcesses(state: StateFolder, say: (line: string) => void): Promise<void> {
  const stale = Object.entries(identities(readJson(state.file(FILE)))).filter(([, identity]) => isRunning(identity));
  if (stale.length === 0) return;
  say(`ending what an earlier launcher left behind: ${stale.map(([name, { pid }]) => `${name} (${pid})`).join(", ")}`);
  await Promise.all(
    stale.map(([name, identity]) => endProcess(identity, name === "postgres" ? "SIGINT" : "SIGTERM", PATIENCE)),
  );
}

function identities(content: unknown): Record<string, ProcessIdentity> {
  if (typeof content !== "object" || content === null) return {};
  return content as Record<string, ProcessIdentity>;
}
