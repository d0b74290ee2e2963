import { readFileSync } from "node:fs";

/** One request of a public trace. */
export interface TraceRequest {
  /** Milliseconds since the first request. */
  readonly at: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Reads a trace of the Azure Public Dataset: `TIMESTAMP,ContextTokens,GeneratedTokens`. */
export function readAzureTrace(file: string | URL): TraceRequest[] {
  const rows = readFileSync(file, "utf8").trim().split(/\r?\n/).slice(1);
  const parsed = rows.map((row) => {
    const [time = "", input = "", output = ""] = row.split(",");
    return {
      at: Date.parse(`${time.slice(0, 23).replace(" ", "T")}Z`),
      inputTokens: Number(input),
      outputTokens: Number(output),
    };
  });
  const start = parsed[0]?.at ?? 0;
  return parsed.map((request) => ({ ...request, at: request.at - start }));
}

/**
 * A prompt of so many filler words, one token each for the engine simulator; `salt` makes it unlike others. Words are at
 * least as long as a usual token, so that a bound on tokens drawn from the length of the text holds.
 */
export function fillerPrompt(words: number, salt: number): string {
  return Array.from({ length: words }, (_, index) => `w${1000 + ((salt * 7919 + index * 31) % 99_991)} `).join("");
}
