import { execFileSync } from "node:child_process";
import { cpus } from "node:os";

/** The core of whichever proxy is measured; all else that the bench starts stays on the others. */
const PROXY_CORE = "0";

const all = (): string => `0-${cpus().length - 1}`;
const others = (): string => `1-${cpus().length - 1}`;

/** Keeps this process, and what it starts from now on, off the proxies' core; false where that cannot be done. */
export function leaveProxyCore(): boolean {
  return cpus().length > 1 && bind([process.pid], others());
}

export function takeAllCores(): void {
  bind([process.pid], all());
}

/** Gives a proxy's processes their core, with all their threads. */
export function giveProxyCore(pids: readonly number[]): void {
  if (cpus().length > 1) bind(pids, PROXY_CORE);
}

function bind(pids: readonly number[], cores: string): boolean {
  try {
    for (const pid of pids) execFileSync("taskset", ["-acp", cores, String(pid)], { stdio: "ignore" });
    return true;
  } catch {
    // Without util-linux everything shares all cores, and the report says so.
    return false;
  }
}
