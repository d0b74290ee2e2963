import { nodeHash, sameHash, type Hash } from "./hash.js";

/**
 * Is the leaf at `index` in the tree of `size` leaves with this root? RFC 9162 §2.1.3.2.
 * @param proof siblings from the leaf's to the root's child, 32 bytes each
 */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (index < 0 || index >= size || ![leaf, ...proof].every(isHash)) return false;
  let [at, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * Is the tree of `oldSize` leaves a beginning of the tree of `size` leaves? RFC 9162 §2.1.4.2.
 * Of the empty tree there is nothing to prove: it begins every tree, and whoever knows only that one asks for no proof.
 */
export function verifyConsistency(
  oldSize: number,
  size: number,
  oldRoot: Hash,
  root: Hash,
  proof: readonly Hash[],
): boolean {
  if (oldSize <= 0 || oldSize > size || !proof.every(isHash)) return false;
  if (oldSize === size) return proof.length === 0 && sameHash(oldRoot, root);
  let [at, last] = [oldSize - 1, size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  const path = at === 0 ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newer = nodeHash(newer, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(older, oldRoot) && sameHash(newer, root);
}

const isHash = (hash: Hash): boolean => hash.length === 32;
// Sizes pass 2^32: the operators on 32 bits would cut them.
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
