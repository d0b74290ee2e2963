import { hash } from "node:crypto";

/** Hashes of RFC 6962 §2.1: SHA-256, a leaf under the prefix 0, an inner node under the prefix 1. 32 bytes each. */
export type Hash = Uint8Array;

const sha256 = (bytes: Uint8Array): Hash => hash("sha256", bytes, "buffer");

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

/** Written over by each call, so that an inner node costs one hash and no copy. */
const node = Buffer.alloc(65, 1);

export function leafHash(entry: Uint8Array): Hash {
  const prefixed = Buffer.allocUnsafe(entry.length + 1);
  prefixed[0] = 0;
  prefixed.set(entry, 1);
  return sha256(prefixed);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  node.set(left, 1);
  node.set(right, 33);
  return sha256(node);
}

export const sameHash = (left: Hash, right: Hash): boolean => Buffer.compare(left, right) === 0;
