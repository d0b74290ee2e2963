import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "./prefix-index.js";

const TOKENS = 512;
const chain = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 }).map((path) => {
  // A block's hash stands for everything before it, as in prompts that share their beginnings.
  let hash = 1;
  return path.map((step) => (hash = (hash * 31 + step + 1) % 1_000_003));
});

describe("prefix index", () => {
  it("finds the leading blocks that were sent to each endpoint", () => {
    const index = createPrefixIndex(TOKENS);
    index.write("a", [1, 2, 3], 10);
    index.write("b", [1, 9], 10);
    const match = index.match([1, 2, 4]);
    expect(["a", "b", "c"].map((id) => match.tokensOn(id))).toEqual([2 * TOKENS, TOKENS, 0]);
    expect(index.match([2, 3]).tokensOn("a")).toBe(2 * TOKENS);
    expect(index.match([]).tokensOn("a")).toBe(0);
  });

  it("forgets a prompt's end before its beginning, the oldest prompt first, and a whole endpoint at once", () => {
    const index = createPrefixIndex(TOKENS);
    index.write("a", [1, 2, 3], 4);
    index.write("a", [7, 8], 4);
    expect(index.match([1, 2, 3]).tokensOn("a")).toBe(2 * TOKENS);
    expect(index.match([7, 8]).tokensOn("a")).toBe(2 * TOKENS);
    index.forget("a");
    expect([index.size("a"), index.match([7, 8]).tokensOn("a")]).toEqual([0, 0]);
  });

  it("answers as a plain list of recent blocks does, and never remembers more than the capacity", () => {
    const operation = fc.record({ to: fc.constantFrom("a", "b"), blocks: chain });
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 30 }),
        chain,
        fc.integer({ min: 1, max: 12 }),
        (writes, asked, most) => {
          const index = createPrefixIndex(TOKENS);
          const plain = new Map<string, number[]>([
            ["a", []],
            ["b", []],
          ]);
          for (const { to, blocks } of writes) {
            index.write(to, blocks, most);
            const recent = plain.get(to) ?? [];
            const sent = blocks.slice(0, most);
            plain.set(to, [...sent, ...recent.filter((hash) => !sent.includes(hash))].slice(0, most));
          }
          for (const [id, recent] of plain) {
            expect(index.size(id)).toBeLessThanOrEqual(most);
            const missing = asked.findIndex((hash) => !recent.includes(hash));
            expect(index.match(asked).tokensOn(id)).toBe((missing < 0 ? asked.length : missing) * TOKENS);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("keeps an answer as it was when it was asked", () => {
    const index = createPrefixIndex(TOKENS);
    index.write("a", [1, 2], 10);
    const before = index.match([1, 2]);
    index.write("a", [5, 6, 7, 8, 9, 10, 11, 12, 13, 14], 10);
    index.match([5]);
    expect(before.tokensOn("a")).toBe(2 * TOKENS);
  });
});
