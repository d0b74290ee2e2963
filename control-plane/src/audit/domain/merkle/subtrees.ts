import { nodeHash, type Hash } from "./hash.js";

/** A complete subtree: the `index`-th of 2^height leaves. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Leaves from `start` up to `end`, not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Largest power of two below `size`, where RFC 6962 splits a tree of more than one leaf. */
const splitOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** Complete subtrees of a range whose start is where RFC 6962 puts it, left to right; its hash folds them from the right. */
export function subtreesOf({ start, end }: Range): readonly Subtree[] {
  const found: Subtree[] = [];
  for (let at = start; at < end;) {
    let height = Math.floor(Math.log2(end - at));
    while (at % 2 ** height !== 0) height -= 1;
    found.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return found;
}

/** Hash over the hashes of a range's complete subtrees. */
export const foldSubtrees = (hashes: readonly Hash[]): Hash =>
  hashes.reduceRight((right, left) => nodeHash(left, right));

/** Ranges whose hashes prove that a leaf is in the tree: from its sibling to the root's child. */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const path: Range[] = [];
  for (let range: Range = { start: 0, end: size }; range.end - range.start > 1;) {
    const middle = range.start + splitOf(range.end - range.start);
    const [left, right] = [
      { start: range.start, end: middle },
      { start: middle, end: range.end },
    ];
    path.unshift(index < middle ? right : left);
    range = index < middle ? left : right;
  }
  return path;
}

/** Ranges whose hashes prove that the tree of `oldSize` leaves begins that of `size`; none for equal or empty trees. */
export function consistencyRanges(oldSize: number, size: number): readonly Range[] {
  if (oldSize === 0 || oldSize === size) return [];
  const path: Range[] = [];
  let range: Range = { start: 0, end: size };
  while (oldSize !== range.end) {
    const middle = range.start + splitOf(range.end - range.start);
    const [left, right] = [
      { start: range.start, end: middle },
      { start: middle, end: range.end },
    ];
    path.unshift(oldSize <= middle ? right : left);
    range = oldSize <= middle ? left : right;
  }
  // The old tree itself needs no hash when it is one complete subtree from the first leaf: its root is known.
  return range.start === 0 ? path : [range, ...path];
}
