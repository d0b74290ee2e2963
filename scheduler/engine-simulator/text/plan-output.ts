import { seededRandom } from "./seeded-random.js";
import { tokenise } from "./tokeniser.js";
import { VOCABULARY } from "./vocabulary.js";

export interface OutputPlan {
  /** The text of each token, in order; at least one. */
  readonly tokens: readonly string[];
  readonly finishReason: "stop" | "length";
}

export interface OutputWish {
  /** Same seed, same text. */
  readonly seed: string;
  /** Tokens that may be written, at least 1. */
  readonly maxTokens: number;
  readonly minTokens: number;
  /** Write until `maxTokens`, as vLLM's `ignore_eos` does. */
  readonly ignoreEnd: boolean;
  readonly stop: readonly string[];
  /** Text that must be written instead of seeded words: JSON of a forced tool call or of a response format. */
  readonly fixedText: string | null;
}

const LONGEST = 1024;
const TYPICAL = 120;

/** Decides beforehand everything that a sequence will write. */
export function planOutput(wish: OutputWish): OutputPlan {
  const all = wish.fixedText === null ? seededWords(wish) : tokenise(wish.fixedText);
  const stopped = cutAtStop(all, wish.stop);
  if (stopped.length > wish.maxTokens) return { tokens: stopped.slice(0, wish.maxTokens), finishReason: "length" };
  const ranOut = wish.fixedText === null && wish.ignoreEnd && stopped.length === wish.maxTokens;
  return { tokens: stopped, finishReason: ranOut ? "length" : "stop" };
}

function seededWords(wish: OutputWish): string[] {
  const random = seededRandom(wish.seed);
  const natural = naturalLength(random);
  const length = wish.ignoreEnd ? wish.maxTokens : Math.min(Math.max(natural, wish.minTokens), wish.maxTokens + 1);
  return Array.from({ length }, () => `${VOCABULARY[Math.floor(random() * VOCABULARY.length)] as string} `);
}

/** Log-normal around a typical answer, as lengths in public traces are. */
function naturalLength(random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(LONGEST, Math.max(1, Math.round(TYPICAL * Math.exp(0.8 * normal))));
}

function cutAtStop(tokens: readonly string[], stop: readonly string[]): readonly string[] {
  const text = tokens.join("");
  const ends = stop.filter((word) => word.length > 0 && text.includes(word)).map((word) => text.indexOf(word));
  if (ends.length === 0) return tokens;
  const end = Math.min(...ends);
  const kept: string[] = [];
  let length = 0;
  for (const token of tokens) {
    if (length >= end) break;
    kept.push(token.slice(0, end - length));
    length += token.length;
  }
  return kept.length > 0 ? kept : [""];
}
