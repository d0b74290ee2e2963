import { describe, expect, it } from "vitest";
import { createPrefixIndex } from "./prefix-index.js";

const index = () => createPrefixIndex(512);

/** Prompts of two blocks, one after the other, on an endpoint whose cache holds `capacity` blocks. */
const costAfter = (prompts: readonly (readonly number[])[], capacity: number): number => {
  const written = index();
  for (const blocks of prompts) written.write("a", blocks, capacity);
  return written.writeCost();
};
const rounds = (documents: number, times: number): number[][] =>
  Array.from({ length: documents * times }, (_, at) => [2 * (at % documents), 2 * (at % documents) + 1]);

describe("what writing a block costs", () => {
  it("is nothing while the cache holds all, or nothing that was forgotten is asked for again", () => {
    expect(costAfter([], 4)).toBe(0);
    expect(costAfter(rounds(4, 50), 8)).toBe(0);
    expect(costAfter(rounds(1_000, 1), 8)).toBe(0);
  });

  it("is several blocks where each is asked for again once it is forgotten", () => {
    expect(costAfter(rounds(5, 50), 8)).toBeCloseTo(4);
  });

  it("grows with the share that is asked for again, and falls once nobody asks", () => {
    const some = rounds(5, 100).flatMap((again, at) => [again, [10_000 + 2 * at, 10_001 + 2 * at]]);
    const share = costAfter(some, 8);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(2);
    const after = [...some, ...Array.from({ length: 1_000 }, (_, at) => [-2 * at - 1, -2 * at - 2])];
    expect(costAfter(after, 8)).toBeLessThan(0.01);
  });

  it("counts no block that another endpoint holds, nor one lost with its endpoint", () => {
    const held = index();
    for (const blocks of rounds(5, 50)) held.write("b", blocks, 10);
    for (const blocks of rounds(5, 50)) held.write("a", blocks, 8);
    expect(held.writeCost()).toBe(0);
    const lost = index();
    lost.write("a", [1, 2, 3, 4], 8);
    lost.forget("a");
    lost.write("b", [1, 2, 3, 4], 8);
    expect(lost.writeCost()).toBe(0);
  });
});
