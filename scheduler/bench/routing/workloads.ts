import { fileURLToPath } from "node:url";
import { randomFrom } from "../../../test/builders/random.ts";
import { azureRows, exponential, lognormal, logT, pareto } from "../lengths.ts";
import { BLOCK_TOKENS } from "./scene.ts";
import { readTrace, spread, type TraceRequest } from "./trace.ts";

/** Requests as they come by themselves, in milliseconds; the same for the same seed. */
export type Workload = (seed: number) => readonly TraceRequest[];

export const EXTRACT = fileURLToPath(
  new URL("../../../test/data/traces/mooncake_conversation_3000.jsonl", import.meta.url),
);

const REQUESTS = 2_000;
/** Most tokens of a prompt: well within the memory of an endpoint. */
const MOST_INPUT = 120_000;
const MOST_OUTPUT = 2_000;

/** Hands out ids of blocks that no other prompt has. */
function blockIds(): (count: number) => number[] {
  let next = 0;
  return (count) => Array.from({ length: count }, () => (next += 1));
}

const fullBlocks = (tokens: number): number => Math.floor(tokens / BLOCK_TOKENS);

/** A trace in Mooncake's format, of which three seconds share a timestamp. */
export const traceFrom = (file: string): Workload => {
  const trace = readTrace(file);
  return (seed) => spread(trace, seed);
};

/** Azure's requests from any row on; nothing is known of what their prompts share: nothing. */
const azure =
  (name: "code" | "conversation"): Workload =>
  (seed) => {
    const rows = azureRows(name);
    const span = (rows.at(-1)?.at ?? 0) + 1;
    const from = Math.floor(randomFrom(seed)() * rows.length);
    const ids = blockIds();
    return [...rows.slice(from), ...rows.slice(0, from).map((row) => ({ ...row, at: row.at + span }))].map((row) => ({
      at: row.at,
      inputTokens: row.input,
      outputTokens: row.output,
      blocks: ids(fullBlocks(row.input)),
    }));
  };

/** Independent requests, one after the other at random, of which nothing is known before. */
const independent =
  (input: (random: () => number) => number, output: (random: () => number) => number): Workload =>
  (seed) => {
    const random = randomFrom(seed);
    const ids = blockIds();
    let at = 0;
    return Array.from({ length: REQUESTS }, () => {
      at += exponential(random, 100);
      const inputTokens = input(random);
      return { at, inputTokens, outputTokens: output(random), blocks: ids(fullBlocks(inputTokens)) };
    });
  };

/**
 * Long conversations: each turn asks all that was said before and something new, after the time in which a person reads and
 * writes. All begin with one of three instructions to the model.
 */
const conversations: Workload = (seed) => {
  const random = randomFrom(seed);
  const ids = blockIds();
  const instructions = Array.from({ length: 3 }, () => ids(3));
  const requests: TraceRequest[] = [];
  let start = 0;
  while (requests.length < REQUESTS) {
    start += exponential(random, 1_200);
    const blocks = [...(instructions[Math.floor(3 * random())] ?? [])];
    let said = blocks.length * BLOCK_TOKENS + lognormal(random, 3_000, 1, 30_000);
    let at = start;
    const turns = 1 + Math.min(30, Math.floor(exponential(random, 10)));
    for (let turn = 0; turn < turns && said < MOST_INPUT; turn += 1) {
      blocks.push(...ids(fullBlocks(said) - blocks.length));
      const outputTokens = lognormal(random, 350, 0.8, MOST_OUTPUT);
      requests.push({ at, inputTokens: said, outputTokens, blocks: [...blocks] });
      said += outputTokens + lognormal(random, 800, 1, 20_000);
      at += exponential(random, 30_000);
    }
  }
  return requests.sort((a, b) => a.at - b.at);
};

/** Questions on thirty documents: half of them at random, half in bursts of forty within two seconds on one document. */
const bursts: Workload = (seed) => {
  const random = randomFrom(seed);
  const ids = blockIds();
  const documents = Array.from({ length: 30 }, () => ids(4 + Math.floor(28 * random())));
  const ask = (at: number, document: readonly number[]): TraceRequest => {
    const inputTokens = document.length * BLOCK_TOKENS + lognormal(random, 1_200, 0.8, 8_000);
    const blocks = [...document, ...ids(fullBlocks(inputTokens) - document.length)];
    return { at, inputTokens, outputTokens: lognormal(random, 200, 0.8, MOST_OUTPUT), blocks };
  };
  const any = (): readonly number[] => documents[Math.floor(documents.length * random())] ?? [];
  const requests: TraceRequest[] = [];
  for (let at = 0; requests.length < REQUESTS;) {
    const document = any();
    for (let asked = 0; asked < 40; asked += 1) {
      requests.push(ask(at + 2_000 * random(), document));
      requests.push(ask(at + 8_000 * random(), any()));
    }
    at += 8_000;
  }
  return requests.sort((a, b) => a.at - b.at);
};

/**
 * What the picker is measured on. It was chosen on the first four; the others were looked at afterwards.
 */
export const WORKLOADS: ReadonlyMap<string, Workload> = new Map([
  ["Mooncake extract", traceFrom(EXTRACT)],
  [
    "Pareto",
    independent(
      (random) => pareto(random, 700, 1.2, MOST_INPUT),
      (random) => pareto(random, 60, 1.3, MOST_OUTPUT),
    ),
  ],
  ["conversations", conversations],
  ["bursts", bursts],
  ["Azure code", azure("code")],
  ["Azure conversation", azure("conversation")],
  [
    "log-t",
    independent(
      (random) => logT(random, 2_000, 0.9, MOST_INPUT),
      (random) => logT(random, 150, 0.7, MOST_OUTPUT),
    ),
  ],
]);

/** One of them, or the requests of a file in Mooncake's format. */
export function workloadNamed(name: string): Workload {
  return WORKLOADS.get(name) ?? traceFrom(name);
}
