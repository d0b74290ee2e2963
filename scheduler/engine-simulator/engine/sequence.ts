import type { BlockTable } from "./kv-blocks.js";

/** What the engine is asked to run. */
export interface SequenceSpec {
  readonly id: string;
  readonly promptTokens: number;
  /** Tokens after which the sequence ends, known beforehand because the text is seeded; at least 1. */
  readonly outputTokens: number;
  /**
   * Hashes of the full blocks of prompt and output, each over everything up to its end. May be shorter than the
   * sequence: what it does not cover is not reusable.
   */
  readonly chain: readonly number[];
}

/** A sequence inside the engine. */
export interface Sequence {
  readonly spec: SequenceSpec;
  readonly table: BlockTable;
  /** Prompt tokens that came from the cache. */
  readonly cachedTokens: number;
  /** Prompt tokens whose KV exists, cached ones included. */
  prefilled: number;
  generated: number;
  /** Leading blocks already named. */
  named: number;
}

export function startSequence(spec: SequenceSpec, table: BlockTable, blockSize: number): Sequence {
  const cachedTokens = table.hits * blockSize;
  return { spec, table, cachedTokens, prefilled: cachedTokens, generated: 0, named: table.hits };
}

export function isDecoding(sequence: Sequence): boolean {
  return sequence.prefilled === sequence.spec.promptTokens;
}

export function isFinished(sequence: Sequence): boolean {
  return sequence.generated === sequence.spec.outputTokens;
}

/** Blocks that prompt and output need together. */
export function blocksNeeded(spec: SequenceSpec, blockSize: number): number {
  return Math.ceil((spec.promptTokens + spec.outputTokens) / blockSize);
}

/** The last prompt token is always computed, so a block that holds it is never shared. */
export function shareableBlocks(spec: SequenceSpec, blockSize: number): number {
  return Math.floor((spec.promptTokens - 1) / blockSize);
}
