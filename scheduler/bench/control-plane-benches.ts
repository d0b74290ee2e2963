import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Bench, Report, Result } from "./result.ts";

const RUNNER = fileURLToPath(new URL("../../control-plane/bench/run.ts", import.meta.url));

/** A bench of the control plane: a process of its own, which prints a figure a line. */
function controlPlaneBench(name: string, purpose: string): Bench {
  return { name, purpose, run: (report) => figuresOf(name, report) };
}

async function figuresOf(name: string, report: Report): Promise<void> {
  const child = spawn(process.execPath, [RUNNER, name], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) report(JSON.parse(line) as Result);
  const code = await ended;
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
}

export const controlPlaneBenches: readonly Bench[] = [
  controlPlaneBench("consolidation", "needs against capacities of a State: 17 ministries × 300 needs × 8 quarters"),
  controlPlaneBench("round", "an allocation round: 700 needs × 12 pools × 4 quarters, beside a greedy one"),
  controlPlaneBench("audit", "a transparency log: a million entries appended and verified, proofs out of ten million"),
  controlPlaneBench("simulate", "a candidate bundle over 210,000 stored decisions on eight pools, on one core"),
  controlPlaneBench(
    "registry",
    "lists of 50,000 use cases and 500,000 lines behind row-level security, and a file of lines that comes in",
  ),
];
