import type { EngineGauges, EngineKind } from "./engine-gauges.js";
import type { EngineReader } from "./engine-reader.port.js";
import { llamaCpp } from "./engines/llama-cpp.js";
import { sglang } from "./engines/sglang.js";
import { tei } from "./engines/tei.js";
import { vllm } from "./engines/vllm.js";
import { readSamples } from "./prometheus-text.js";
import { SampleReader } from "./sample-reader.js";

const READERS: readonly EngineReader[] = [vllm, sglang, tei, llamaCpp];
const WANTED = new Set(READERS.flatMap(({ names }) => names));

export type EngineReading =
  | { readonly ok: true; readonly gauges: EngineGauges }
  | { readonly ok: false; readonly problem: "malformed" | "unknown_engine" };

/**
 * Gauges of one answer of `/metrics`. The engine is the one its label names, otherwise the first whose names are there;
 * a text with no known name is not a quiet engine but an unknown one.
 */
export const readEngine = (text: string, labelled: EngineKind | null): EngineReading => {
  const result = readSamples(text, (name) => WANTED.has(name));
  if (!result.ok) return { ok: false, problem: "malformed" };
  const seen = READERS.find(({ prefix }) => result.samples.some(({ name }) => name.startsWith(prefix)));
  const reader = READERS.find(({ kind }) => kind === labelled) ?? seen;
  if (reader === undefined) return { ok: false, problem: "unknown_engine" };
  return { ok: true, gauges: reader.read(new SampleReader(result.samples)) };
};
