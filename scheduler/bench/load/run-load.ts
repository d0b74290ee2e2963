import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { LoadPlan, LoadReport } from "./plan.ts";

const GENERATOR = fileURLToPath(new URL("./generate.ts", import.meta.url));
const GRACE_MS = 30_000;

/**
 * Runs one window of load in a process of its own, so that the generator's work is not measured as the proxy's. The plan
 * goes through its input, because it holds a key. `cutOff` ends it before its time, whatever is under way; it reports all
 * the same.
 */
export async function runLoad(plan: LoadPlan, cutOff?: AbortSignal): Promise<LoadReport> {
  const child = spawn(process.execPath, [GENERATOR], { stdio: ["pipe", "pipe", "inherit"] });
  const limit = setTimeout(() => child.kill("SIGKILL"), plan.durationMs + GRACE_MS);
  cutOff?.addEventListener("abort", () => child.kill("SIGTERM"));
  child.stdin.end(JSON.stringify(plan));
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  clearTimeout(limit);
  if (output === "") throw new Error("the load generator ended without a report");
  return JSON.parse(output) as LoadReport;
}
