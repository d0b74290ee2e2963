import { parseArgs } from "node:util";
import { DEFAULT_ENGINE_SETTINGS, settingsProblems } from "../engine/settings.js";
import { changeFaults, NO_FAULTS } from "../server/faults.js";
import type { SimulatorSettings } from "../server/simulator-server.js";

export interface Flags extends SimulatorSettings {
  readonly host: string;
  readonly port: number;
}

export const USAGE = `socle engine simulator: a model server that says it is simulated
  --model NAME                  name it serves (required)
  --host 127.0.0.1 --port 0     where it listens; 0 takes a free port
  --seed 1                      same seed, same texts and faults
  --time-scale 1                how many times faster than the timing model
  --alpha-ms --beta-ms          fixed cost of a step, and its cost per decoding sequence
  --prefill-us-per-token        cost of a computed prompt token
  --step-tokens 8192 --max-num-seqs 256 --max-model-len 131072
  --kv-blocks 14400 --block-size 16
  --faults JSON                 refuse, stall, cutAfterChunks, slowFactor, usage, burst, share; live by POST /admin/faults`;

const DEFAULT_MAX_MODEL_LENGTH = 131_072;

const OPTIONS = {
  model: { type: "string" },
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "0" },
  seed: { type: "string", default: "1" },
  "time-scale": { type: "string" },
  "alpha-ms": { type: "string" },
  "beta-ms": { type: "string" },
  "prefill-us-per-token": { type: "string" },
  "step-tokens": { type: "string" },
  "max-num-seqs": { type: "string" },
  "max-model-len": { type: "string" },
  "kv-blocks": { type: "string" },
  "block-size": { type: "string" },
  faults: { type: "string", default: "{}" },
} as const;

/** Reads the command line; returns every problem at once, one sentence each, when it is not usable. */
export function parseFlags(args: readonly string[]): Flags | string[] {
  const problems: string[] = [];
  let values: Partial<Record<keyof typeof OPTIONS, string>>;
  try {
    values = parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    return [error instanceof Error ? error.message : "unreadable command line"];
  }
  const number = (name: keyof typeof OPTIONS, fallback: number): number => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (!Number.isFinite(value) || value < 0) problems.push(`--${name} must be a number of at least 0`);
    return value;
  };
  const defaults = DEFAULT_ENGINE_SETTINGS;
  const engine = {
    alphaMs: number("alpha-ms", defaults.alphaMs),
    betaMs: number("beta-ms", defaults.betaMs),
    prefillMsPerToken: number("prefill-us-per-token", defaults.prefillMsPerToken * 1000) / 1000,
    stepTokenBudget: number("step-tokens", defaults.stepTokenBudget),
    maxSequences: number("max-num-seqs", defaults.maxSequences),
    blockSize: number("block-size", defaults.blockSize),
    kvBlocks: number("kv-blocks", defaults.kvBlocks),
  };
  const flags = {
    model: values.model ?? "",
    host: values.host ?? "127.0.0.1",
    port: number("port", 0),
    seed: values.seed ?? "1",
    timeScale: number("time-scale", 1),
    maxModelLength: number("max-model-len", DEFAULT_MAX_MODEL_LENGTH),
    engine,
    faults: faultsOf(values.faults ?? "{}", problems),
  };
  if (flags.model === "") problems.push("--model is missing");
  if (flags.timeScale === 0) problems.push("--time-scale must be above 0");
  if (problems.length === 0) problems.push(...settingsProblems(engine));
  return problems.length > 0 ? problems : flags;
}

function faultsOf(text: string, problems: string[]): SimulatorSettings["faults"] {
  try {
    const faults = changeFaults(NO_FAULTS, JSON.parse(text) as unknown);
    if (typeof faults !== "string") return faults;
    problems.push(`--faults: ${faults}`);
  } catch {
    problems.push("--faults is not JSON");
  }
  return NO_FAULTS;
}
