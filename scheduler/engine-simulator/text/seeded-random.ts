import { hash } from "node:crypto";

/** A reproducible stream of numbers in [0, 1): mulberry32 started from a hash of `seed`. */
export function seededRandom(seed: string): () => number {
  let state = hash("sha1", seed, "buffer").readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
