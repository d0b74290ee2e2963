import { EMPTY_ROOT, leafHash, nodeHash, type Hash } from "../merkle/hash.js";
import { foldSubtrees } from "../merkle/subtrees.js";
import { decodeBundle, encodeBundle } from "./entry-bundle.js";
import { TILE_WIDTH, tilePath, tileRows } from "./tile-path.js";

/** A resource of the log, written once and never changed. */
export interface TileWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What an append changes. */
export interface Appended {
  readonly tree: TileTree;
  /** Tiles and bundles to store before the new size is signed; those of the last partial ones included. */
  readonly writes: readonly TileWrite[];
}

/**
 * The growing edge of a log: its size, the hashes of the last tile of each level and the entries of the last bundle.
 * Never more than 255 hashes a level and 255 entries, whatever the log's size. Immutable: appending gives another.
 */
export class TileTree {
  private constructor(
    readonly size: number,
    private readonly edge: readonly (readonly Hash[])[],
    private readonly lastEntries: readonly Uint8Array[],
  ) {}

  static readonly empty = new TileTree(0, [], []);

  /**
   * The edge of a log of `size` entries as it stands in storage.
   * @param read bytes of a partial tile or bundle; throws when there are none
   */
  static async load(size: number, read: (path: string) => Promise<Uint8Array>): Promise<TileTree> {
    const edge = await Promise.all(
      tileRows(size).map(async ({ level, full, partial }) =>
        partial === 0 ? [] : hashesOf(await read(tilePath(level, full, partial)), partial),
      ),
    );
    const [leaves] = tileRows(size);
    if (leaves === undefined || leaves.partial === 0) return new TileTree(size, edge, []);
    const entries = decodeBundle(await read(tilePath("entries", leaves.full, leaves.partial)));
    if (entries?.length !== leaves.partial) throw new Error("The last entry bundle does not hold what the size says.");
    return new TileTree(size, edge, entries);
  }

  /** Root over all entries: the complete subtrees of each level's edge, highest first, folded from the right. */
  root(): Hash {
    const hashes = this.edge.toReversed().flatMap(completeOnes);
    return hashes.length === 0 ? EMPTY_ROOT : foldSubtrees(hashes);
  }

  /** @param entries at most 65,535 bytes each */
  append(entries: readonly Uint8Array[]): Appended {
    const edge = this.edge.map((hashes) => [...hashes]);
    const writes: TileWrite[] = [];
    const size = this.size + entries.length;
    entries.forEach((entry, offset) => push(edge, writes, 0, leafHash(entry), this.size + offset));
    for (const { level, full, partial } of tileRows(size))
      if (partial > 0) writes.push({ path: tilePath(level, full, partial), bytes: Buffer.concat(edge[level] ?? []) });
    const last = writeBundles(writes, this.size, [...this.lastEntries, ...entries], this.lastEntries.length);
    return { tree: new TileTree(size, edge, last), writes };
  }
}

/** Adds the `index`-th hash of a level; a tile that is full is written and its own hash goes one level up. */
function push(edge: Hash[][], writes: TileWrite[], level: number, hash: Hash, index: number): void {
  const hashes = (edge[level] ??= []);
  hashes.push(hash);
  if (hashes.length < TILE_WIDTH) return;
  const tile = Math.floor(index / TILE_WIDTH);
  writes.push({ path: tilePath(level, tile), bytes: Buffer.concat(hashes) });
  edge[level] = [];
  push(edge, writes, level + 1, perfectRoot(hashes), tile);
}

/** Writes the bundles that these entries fill or begin, and returns those of the last one when it is partial. */
function writeBundles(
  writes: TileWrite[],
  size: number,
  entries: readonly Uint8Array[],
  pending: number,
): readonly Uint8Array[] {
  const first = Math.floor((size - pending) / TILE_WIDTH);
  for (let at = 0; at < entries.length; at += TILE_WIDTH) {
    const bundle = entries.slice(at, at + TILE_WIDTH);
    const path = tilePath("entries", first + at / TILE_WIDTH, bundle.length);
    writes.push({ path, bytes: encodeBundle(bundle) });
  }
  const rest = entries.length % TILE_WIDTH;
  return rest === 0 ? [] : entries.slice(-rest);
}

/** Root over 2^n hashes. */
export function perfectRoot(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, index) => nodeHash(at(row, 2 * index), at(row, 2 * index + 1)));
  return at(row, 0);
}

/** Roots of the complete subtrees over a level's hashes, largest first. */
function completeOnes(hashes: readonly Hash[]): readonly Hash[] {
  const roots: Hash[] = [];
  for (let start = 0; start < hashes.length;) {
    const width = 2 ** Math.floor(Math.log2(hashes.length - start));
    roots.push(perfectRoot(hashes.slice(start, start + width)));
    start += width;
  }
  return roots;
}

function hashesOf(tile: Uint8Array, width: number): readonly Hash[] {
  if (tile.length !== width * 32) throw new Error("A tile does not hold as many hashes as its path says.");
  return Array.from({ length: width }, (_, index) => tile.subarray(index * 32, index * 32 + 32));
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error("A hash is missing.");
  return value;
}
