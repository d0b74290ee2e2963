import type { Span } from "../operations/operation.js";

/** Bytes of a block: 512 tokens at about four bytes each. */
export const BLOCK_BYTES = 2_048;
/** Blocks hashed at most, 131,072 tokens: what comes after them decides nothing. */
const MOST_BLOCKS = 256;
export const MOST_HASHED_BYTES = MOST_BLOCKS * BLOCK_BYTES;

const SEED_A = 0x9e3779b1;
const SEED_B = 0x85ebca6b;

/** One round of murmur3's 32-bit mix. */
const mix = (hash: number, word: number): number => {
  const scattered = Math.imul(word, 0xcc9e2d51);
  const folded = hash ^ Math.imul((scattered << 15) | (scattered >>> 17), 0x1b873593);
  return (Math.imul((folded << 13) | (folded >>> 19), 5) + 0xe6546b64) | 0;
};

/** Mixes an organisation into a process's secret: equal prompts of two organisations share no block. */
export const saltOf = (secret: number, organisationId: string): number => {
  let hash = secret | 0;
  for (let index = 0; index < organisationId.length; index += 1) hash = mix(hash, organisationId.charCodeAt(index));
  return hash;
};

/**
 * Hashes of the full blocks of a prompt's bytes, each over everything before its end: 52 bits from two lanes of murmur3
 * under a salt. Not cryptographic: a collision misleads one prediction. O(bytes), at most 512 KiB of them.
 */
export const promptBlocks = (body: Buffer, { start, end }: Span, salt: number): number[] => {
  const count = Math.min(MOST_BLOCKS, Math.floor((end - start) / BLOCK_BYTES));
  const blocks: number[] = [];
  let [a, b] = [salt ^ SEED_A, Math.imul(salt, SEED_B)];
  for (let index = 0; index < count; index += 1) {
    const from = start + index * BLOCK_BYTES;
    for (let at = from; at < from + BLOCK_BYTES; at += 8) {
      a = mix(a, body.readInt32LE(at));
      b = mix(b, body.readInt32LE(at + 4) ^ a);
    }
    blocks.push((a >>> 0) * 2 ** 20 + ((b >>> 0) & 0xfffff));
  }
  return blocks;
};
