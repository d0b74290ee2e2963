import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafHash, nodeHash, type Hash } from "../merkle/hash.js";
import { decodeBundle, encodeBundle } from "./entry-bundle.js";
import { sliceOf, tilePath, tileRows } from "./tile-path.js";
import { perfectRoot, TileTree } from "./tile-tree.js";
import { foldSubtrees, subtreesOf } from "../merkle/subtrees.js";

const entry = (index: number): Uint8Array => Buffer.from(`entry ${String(index)}`);
const entries = (from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, index) => entry(from + index));

/** Root over leaf hashes by halving as RFC 6962 says. */
function rootOf(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (hashes.length === 1 && first !== undefined) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** A log grown in batches of these sizes, with what was stored on the way. */
function grown(batches: readonly number[]): { tree: TileTree; stored: Map<string, Uint8Array> } {
  const stored = new Map<string, Uint8Array>();
  let tree = TileTree.empty;
  for (const count of batches) {
    const appended = tree.append(entries(tree.size, tree.size + count));
    for (const { path, bytes } of appended.writes) {
      const before = stored.get(path);
      if (before !== undefined) expect(Buffer.compare(before, bytes)).toBe(0);
      stored.set(path, bytes);
    }
    tree = appended.tree;
  }
  return { tree, stored };
}

describe("paths", () => {
  it("are those of the specification's example", () => {
    expect(tilePath(0, 1234067)).toBe("tile/0/x001/x234/067");
    expect(tilePath("entries", 273, 112)).toBe("tile/entries/273.p/112");
    expect(tileRows(70_000)).toEqual([
      { level: 0, full: 273, partial: 112 },
      { level: 1, full: 1, partial: 17 },
      { level: 2, full: 0, partial: 1 },
    ]);
    expect(tileRows(256)).toEqual([
      { level: 0, full: 1, partial: 0 },
      { level: 1, full: 0, partial: 1 },
    ]);
  });
});

describe("a log in tiles", () => {
  it("has the same root however it grew, and as RFC 6962 defines it", () => {
    const batches = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(batches, (sizes) => {
        const { tree } = grown(sizes);
        const all = entries(0, tree.size).map(leafHash);
        expect(Buffer.from(tree.root()).toString("hex")).toBe(Buffer.from(rootOf(all)).toString("hex"));
      }),
      { numRuns: 50 },
    );
  });

  it("stores 70,000 entries in the tiles of the specification's example, and every subtree is read from them", () => {
    const { tree, stored } = grown([69_000, 1_000]);
    for (const { level, full, partial } of tileRows(70_000)) {
      for (let index = 0; index < full; index += 1) expect(stored.get(tilePath(level, index))).toHaveLength(8192);
      expect(stored.get(tilePath(level, full, partial))).toHaveLength(partial * 32);
    }
    const hashes = subtreesOf({ start: 0, end: 70_000 }).map((subtree) => {
      const { path, from, count } = sliceOf(subtree, 70_000);
      const tile = stored.get(path) ?? new Uint8Array();
      return perfectRoot(
        Array.from({ length: count }, (_, index) => tile.subarray((from + index) * 32, (from + index + 1) * 32)),
      );
    });
    expect(Buffer.from(foldSubtrees(hashes))).toEqual(Buffer.from(tree.root()));
    const bundle = decodeBundle(stored.get("tile/entries/273.p/112") ?? new Uint8Array());
    expect(bundle?.map((bytes) => Buffer.from(bytes).toString())[111]).toBe("entry 69999");
  });

  it("goes on from what is stored as if it had never stopped", async () => {
    const { tree, stored } = grown([700, 13]);
    const read = (path: string) => Promise.resolve(stored.get(path) ?? new Uint8Array());
    const again = await TileTree.load(tree.size, read);
    const [left, right] = [tree.append(entries(713, 1400)), again.append(entries(713, 1400))];
    expect(right.writes).toEqual(left.writes);
    expect(Buffer.from(right.tree.root())).toEqual(Buffer.from(left.tree.root()));
  });

  it("refuses a stored tile that does not hold what its path says", async () => {
    await expect(TileTree.load(3, () => Promise.resolve(new Uint8Array(32)))).rejects.toThrow();
  });
});

describe("entry bundles", () => {
  it("give back what was put in, and no beginning of one is taken for another", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), fc.nat(), (given, cut) => {
        const bundle = encodeBundle(given);
        expect(decodeBundle(bundle)?.map((bytes) => Buffer.from(bytes))).toEqual(
          given.map((bytes) => Buffer.from(bytes)),
        );
        const shorter = decodeBundle(bundle.subarray(0, cut % (bundle.length + 1)));
        if (shorter !== null) expect(shorter.length).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
