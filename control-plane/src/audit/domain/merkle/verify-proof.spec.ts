import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_ROOT, leafHash, nodeHash, type Hash } from "./hash.js";
import { consistencyRanges, foldSubtrees, inclusionRanges, subtreesOf, type Range } from "./subtrees.js";
import { verifyConsistency, verifyInclusion } from "./verify-proof.js";

interface Inclusion {
  readonly name: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface Consistency {
  readonly name: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
// `subtreeinclusion` and `subtreeconsistency` are proofs about subtrees that begin inside the log, which ours never gives.
const cases = JSON.parse(
  readFileSync(new URL("../../../../../test/data/cases/merkle-proofs.json", import.meta.url), "utf8"),
) as { readonly inclusion: readonly Inclusion[]; readonly consistency: readonly Consistency[] };
const bytes = (text: string): Hash => Buffer.from(text, "base64");
const hashes = (texts: readonly string[] | null): readonly Hash[] => (texts ?? []).map(bytes);

describe("public conformance cases", () => {
  it.each(cases.inclusion)("$name", ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
    expect(verifyInclusion(bytes(leaf), leafIdx, treeSize, hashes(proof), bytes(root))).toBe(!wantErr);
  });
  it.each(cases.consistency)("$name", ({ size1, size2, root1, root2, proof, wantErr }) => {
    expect(verifyConsistency(size1, size2, bytes(root1), bytes(root2), hashes(proof))).toBe(!wantErr);
  });
});

/** The tree's hash exactly as RFC 6962 §2.1 defines it. */
function definedHash(entries: readonly Uint8Array[]): Hash {
  const [only] = entries;
  if (only === undefined) return EMPTY_ROOT;
  if (entries.length === 1) return leafHash(only);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return nodeHash(definedHash(entries.slice(0, split)), definedHash(entries.slice(split)));
}
const entriesOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => Buffer.from([index]));
const hashOf = (entries: readonly Uint8Array[], range: Range): Hash =>
  foldSubtrees(
    subtreesOf(range).map(({ height, index }) =>
      definedHash(entries.slice(index * 2 ** height, (index + 1) * 2 ** height)),
    ),
  );

it("has the root that RFC 6962's reference log has over its eight entries", () => {
  const entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const root = definedHash(entries.map((hex) => Buffer.from(hex, "hex")));
  expect(Buffer.from(root).toString("base64")).toBe("XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=");
});

describe("proofs that the log gives", () => {
  const sizes = fc.integer({ min: 1, max: 70 });
  it("prove every entry in every tree, and no other entry", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, first, second) => {
        const entries = entriesOf(size);
        const [index, other] = [first % size, second % size];
        const proof = inclusionRanges(index, size).map((range) => hashOf(entries, range));
        const root = definedHash(entries);
        expect(verifyInclusion(leafHash(Buffer.from([index])), index, size, proof, root)).toBe(true);
        if (other === index) return;
        expect(verifyInclusion(leafHash(Buffer.from([other])), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leafHash(Buffer.from([index])), other, size, proof, root)).toBe(false);
      }),
    );
  });
  it("prove every tree a beginning of every later one, and no rewritten one", () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (older, size, changed) => {
        const oldSize = Math.min(older, size);
        const entries = entriesOf(size);
        const proof = consistencyRanges(oldSize, size).map((range) => hashOf(entries, range));
        const [oldRoot, root] = [definedHash(entries.slice(0, oldSize)), definedHash(entries)];
        expect(verifyConsistency(oldSize, size, oldRoot, root, proof)).toBe(true);
        const rewritten = entries.map((entry, index) => (index === changed % oldSize ? Buffer.from("x") : entry));
        const forged = consistencyRanges(oldSize, size).map((range) => hashOf(rewritten, range));
        expect(verifyConsistency(oldSize, size, oldRoot, definedHash(rewritten), forged)).toBe(false);
      }),
    );
  });
});
