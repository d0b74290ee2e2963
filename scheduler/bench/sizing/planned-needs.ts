import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PLANNER = fileURLToPath(new URL("../../../control-plane/bench/sizing/planned-needs.ts", import.meta.url));

/** One replica that the control plane could plan; times in milliseconds. */
export interface Configuration {
  readonly key: string;
  readonly gpusPerReplica: number;
  readonly alphaMs: number;
  readonly betaMs: number;
  /** Before the first token of each request, without keeping others from theirs. */
  readonly gammaMs: number;
  readonly deltaMs: number;
  readonly maxSequences: number;
  readonly kvTokens: number;
}

/** A need, what it may be served by, and what the control plane chose. */
export interface PlannedNeed {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Targets that 95 of 100 requests keep; null asks for nothing. */
  readonly ttftP95Ms: number | null;
  readonly itlP95Ms: number | null;
  readonly perSecond: number;
  readonly chosen: { readonly key: string; readonly replicas: number };
  readonly configurations: readonly Configuration[];
}

/** Needs as the control plane draws and sizes them, in a process of its own. */
export async function plannedNeeds(count: number, seed: number): Promise<PlannedNeed[]> {
  const child = spawn(process.execPath, [PLANNER, String(count), String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const needs: PlannedNeed[] = [];
  for await (const line of createInterface({ input: child.stdout })) needs.push(JSON.parse(line) as PlannedNeed);
  const code = await ended;
  if (code !== 0) throw new Error(`the control plane's needs ended with ${String(code)}`);
  return needs;
}
