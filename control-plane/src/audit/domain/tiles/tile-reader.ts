import type { Hash } from "../merkle/hash.js";
import {
  consistencyRanges,
  foldSubtrees,
  inclusionRanges,
  subtreesOf,
  type Range,
  type Subtree,
} from "../merkle/subtrees.js";
import { sliceOf } from "./tile-path.js";
import { perfectRoot } from "./tile-tree.js";

/** Bytes of a tile or bundle; null when there is none. */
export type ReadTile = (path: string) => Promise<Uint8Array | null>;

/** A tile that a signed checkpoint promises is not there, or is too short. */
export class MissingTile extends Error {
  constructor(readonly path: string) {
    super(`The log has no whole ${path}.`);
    this.name = "MissingTile";
  }
}

/** Proofs out of the tiles of a tree of `size` entries; a proof reads a few tiles, whatever the size. */
export class TileReader {
  private readonly tiles = new Map<string, Promise<Uint8Array | null>>();

  constructor(
    private readonly size: number,
    private readonly read: ReadTile,
  ) {}

  /** Siblings of the entry's leaf up to the root's child. */
  inclusion(index: number): Promise<readonly Hash[]> {
    return Promise.all(inclusionRanges(index, this.size).map((range) => this.rangeHash(range)));
  }

  /** That the tree of `oldSize` entries is a beginning of this one; empty from nothing or from itself. */
  consistency(oldSize: number): Promise<readonly Hash[]> {
    return Promise.all(consistencyRanges(oldSize, this.size).map((range) => this.rangeHash(range)));
  }

  /** Hash over a range of leaves that begins where RFC 6962 splits. */
  async rangeHash(range: Range): Promise<Hash> {
    return foldSubtrees(await Promise.all(subtreesOf(range).map((subtree) => this.subtreeHash(subtree))));
  }

  private async subtreeHash(subtree: Subtree): Promise<Hash> {
    const { path, fullPath, from, count } = sliceOf(subtree, this.size);
    const tile = (await this.tile(path)) ?? (path === fullPath ? null : await this.tile(fullPath));
    if (tile === null || tile.length < (from + count) * 32) throw new MissingTile(path);
    return perfectRoot(
      Array.from({ length: count }, (_, offset) => tile.subarray((from + offset) * 32, (from + offset + 1) * 32)),
    );
  }

  private tile(path: string): Promise<Uint8Array | null> {
    const known = this.tiles.get(path) ?? this.read(path);
    this.tiles.set(path, known);
    return known;
  }
}
