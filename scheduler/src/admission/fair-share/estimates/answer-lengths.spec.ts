import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerLengths } from "./answer-lengths.js";

const of = (answers: readonly number[], leaf = "leaf"): AnswerLengths => {
  const lengths = new AnswerLengths();
  for (const tokens of answers) lengths.learn(leaf, "deployment", tokens);
  return lengths;
};
const repeated = (times: number, ...tokens: readonly number[]): number[] =>
  Array.from({ length: times }, () => tokens).flat();

describe("lengths of answers", () => {
  it("are a guess while nothing is known, then what the application was answered", () => {
    expect(of([]).mean("leaf", "deployment", 256)).toBe(256);
    expect(of([100, 300]).mean("leaf", "deployment", 256)).toBe(200);
    expect(of([100, 300]).mean("leaf", "elsewhere", 256)).toBe(256);
  });

  it("lean on all applications while there are few of one's own", () => {
    const lengths = of(repeated(100, 100), "many");
    for (let answers = 0; answers < 10; answers += 1) lengths.learn("few", "deployment", 300);
    const all = lengths.mean("new", "deployment", 0);
    expect(lengths.mean("few", "deployment", 0)).toBeCloseTo((300 + all) / 2, 6);
    for (let answers = 0; answers < 190; answers += 1) lengths.learn("few", "deployment", 300);
    expect(lengths.mean("few", "deployment", 0)).toBeGreaterThan(280);
  });

  it("of more applications than are remembered: the one that was answered last is forgotten last", () => {
    const lengths = new AnswerLengths();
    lengths.learn("busy", "deployment", 1_000);
    for (let each = 0; each < 12_000; each += 1) {
      lengths.learn(`leaf-${each}`, "deployment", 100);
      if (each % 1_000 === 0) lengths.learn("busy", "deployment", 1_000);
    }
    const all = lengths.mean("unknown", "deployment", 0);
    expect(all).toBeLessThan(200);
    expect(lengths.mean("busy", "deployment", 0)).toBeGreaterThan(2 * all);
    expect(lengths.mean("leaf-0", "deployment", 0)).toBe(all);
  });

  it("of those that are long already are as answers went that became so long", () => {
    const lengths = of(repeated(100, 100, 100, 100, 500));
    const mean = lengths.mean("leaf", "deployment", 0);
    const beyond = (tokens: number): number => lengths.meanBeyond("leaf", "deployment", tokens, 0) / mean;
    expect(beyond(0)).toBeCloseTo(1, 1);
    expect(beyond(300)).toBeGreaterThan(2);
    expect(beyond(300)).toBeLessThan(3);
    expect(lengths.meanBeyond("leaf", "deployment", 5_000, 0)).toBe(5_000);
  });

  it("never are expected shorter as tokens arrive, nor shorter than they are", () => {
    const tokens = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 60 }), tokens, tokens, (answers, one, other) => {
        const lengths = of(answers);
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const before = lengths.meanBeyond("leaf", "deployment", less, 256);
        const after = lengths.meanBeyond("leaf", "deployment", more, 256);
        expect(after).toBeGreaterThanOrEqual(more * (1 - 1e-12));
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-12));
      }),
      { numRuns: 1_000 },
    );
  });
});
