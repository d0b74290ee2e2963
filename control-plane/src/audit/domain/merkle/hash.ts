import { createHash } from "node:crypto";

/** Hashes of RFC 6962 §2.1: SHA-256, a leaf under the prefix 0, an inner node under the prefix 1. 32 bytes each. */
export type Hash = Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = createHash("sha256").digest();

export const leafHash = (entry: Uint8Array): Hash => createHash("sha256").update(LEAF).update(entry).digest();

export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash("sha256").update(NODE).update(left).update(right).digest();

export const sameHash = (left: Hash, right: Hash): boolean => Buffer.compare(left, right) === 0;
