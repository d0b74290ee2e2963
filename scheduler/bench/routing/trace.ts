import { readFileSync } from "node:fs";
import { randomFrom } from "../../../test/builders/random.ts";

/** One request of a trace; times in milliseconds. */
export interface TraceRequest {
  readonly at: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Chained ids of the prompt's blocks of 512 tokens; the last one may be partial. */
  readonly blocks: readonly number[];
}

/** Seconds of the trace share one timestamp. */
const BUCKET_MS = 3_000;

/** Reads a trace in Mooncake's format: a JSON object a line. */
export function readTrace(file: string): TraceRequest[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line, index) => {
    const row = JSON.parse(line) as Partial<Record<string, unknown>>;
    const { timestamp, input_length: input, output_length: output, hash_ids: blocks } = row;
    if (typeof timestamp !== "number" || typeof input !== "number" || typeof output !== "number")
      throw new Error(`line ${index + 1} of the trace has no timestamp, input_length or output_length`);
    if (!Array.isArray(blocks)) throw new Error(`line ${index + 1} of the trace has no hash_ids`);
    return {
      at: timestamp,
      inputTokens: Math.max(1, input),
      outputTokens: Math.max(1, output),
      blocks: blocks as number[],
    };
  });
}

/** Requests of one bucket spread uniformly over it. */
export function spread(trace: readonly TraceRequest[], seed: number): TraceRequest[] {
  const random = randomFrom(seed);
  const apart = trace.map((request) => ({ ...request, at: request.at + random() * BUCKET_MS }));
  return apart.sort((a, b) => a.at - b.at);
}

/** The same requests in the same order, all times scaled to `perSecond` on average. */
export function paced(requests: readonly TraceRequest[], perSecond: number): TraceRequest[] {
  const start = requests[0]?.at ?? 0;
  const span = (requests.at(-1)?.at ?? 0) - start;
  const scale = ((requests.length / perSecond) * 1000) / span;
  return requests.map((request) => ({ ...request, at: (request.at - start) * scale }));
}
