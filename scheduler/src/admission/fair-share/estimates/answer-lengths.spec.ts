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
});
