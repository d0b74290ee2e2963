import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median, type Bench, type Report } from "../result.ts";

const SAMPLES = 9;
const SAMPLE_MS = 60;

/** Nanoseconds of one call: median of nine samples of 60 ms each, after as long a warm-up. */
export function nanosecondsPerCall(call: () => unknown): number {
  let kept: unknown;
  const sample = (): number => {
    const start = process.hrtime.bigint();
    const end = start + BigInt(SAMPLE_MS * 1_000_000);
    let calls = 0;
    let now = start;
    while (now < end) {
      for (let repeat = 0; repeat < 64; repeat += 1) kept = call();
      calls += 64;
      now = process.hrtime.bigint();
    }
    return Number(now - start) / calls;
  };
  sample();
  const result = median(Array.from({ length: SAMPLES }, sample));
  // The last result escapes, so that no call can be optimised away.
  if (kept === sample) throw new Error("unreachable");
  return result;
}

/** Loads a compiled module of the scheduler; its types come from the source. */
export async function compiled<Module>(path: string): Promise<Module> {
  const url = new URL(`../../dist/src/${path}`, import.meta.url);
  if (!existsSync(fileURLToPath(url))) throw new Error("the scheduler is not built: run npm run build first");
  return (await import(url.href)) as Module;
}

/** A bench of one function in one or more situations. */
export function microBench(
  name: string,
  purpose: string,
  prepare: () => Promise<Readonly<Record<string, () => unknown>>>,
): Bench {
  const run = async (report: Report): Promise<void> => {
    for (const [metric, call] of Object.entries(await prepare()))
      report({ bench: name, metric, value: nanosecondsPerCall(call) / 1000, unit: "µs", target: null });
  };
  return { name, purpose, run };
}
