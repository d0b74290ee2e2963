import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOutput, type OutputWish } from "./plan-output.js";
import { blockChain, tokenise } from "./tokeniser.js";

describe("tokenise", () => {
  it.each([
    ["filler words", "w1 w22 w333 ", ["w1 ", "w22 ", "w333 "]],
    ["marks and known words", "<|user|>la demande <|end|>", ["<|user|>", "la ", "demande ", "<|end|>"]],
    ["four bytes a token otherwise", "Bonjour!", ["Bonj", "our!"]],
    ["bytes, not letters", "ÉÉÉÉ", ["ÉÉ", "ÉÉ"]],
    ["a character of four bytes is whole", "🙂🙂", ["🙂", "🙂"]],
  ])("%s", (_name, text, tokens) => {
    expect(tokenise(text)).toEqual(tokens);
  });

  it("loses nothing and never makes a token of more than it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const tokens = tokenise(text);
        expect(tokens.join("")).toBe(text);
        expect(tokens.length).toBeLessThanOrEqual(Buffer.byteLength(text));
      }),
    );
  });
});

describe("blockChain", () => {
  it("agrees exactly as far as the tokens agree, in full blocks", () => {
    const a = blockChain(tokenise("w1 w2 w3 w4 w5 w6 w7 "), 2, "");
    const b = blockChain(tokenise("w1 w2 w3 w4 w9 w6 w7 "), 2, "");
    expect(a).toHaveLength(3);
    expect([a[0], a[1]]).toEqual([b[0], b[1]]);
    expect(a[2]).not.toBe(b[2]);
  });

  it("differs from the first block on under another salt", () => {
    const tokens = tokenise("w1 w2 ");
    expect(blockChain(tokens, 2, "a")[0]).not.toBe(blockChain(tokens, 2, "b")[0]);
  });
});

describe("planOutput", () => {
  const wish: OutputWish = { seed: "s", maxTokens: 2000, minTokens: 0, ignoreEnd: false, stop: [], fixedText: null };

  it("what it writes counts as many tokens as it says", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { tokens } = planOutput({ ...wish, seed });
        expect(tokenise(tokens.join(""))).toEqual(tokens);
      }),
    );
  });

  it("is the same for the same seed, and another for another", () => {
    expect(planOutput(wish)).toEqual(planOutput(wish));
    expect(planOutput(wish).tokens).not.toEqual(planOutput({ ...wish, seed: "t" }).tokens);
  });

  it("never writes more than it may, and says when it was cut", () => {
    const natural = planOutput(wish).tokens.length;
    expect(planOutput({ ...wish, maxTokens: natural }).finishReason).toBe("stop");
    const cut = planOutput({ ...wish, maxTokens: natural - 1 });
    expect([cut.tokens.length, cut.finishReason]).toEqual([natural - 1, "length"]);
  });

  it("writes on to the limit when told to ignore the end", () => {
    expect(planOutput({ ...wish, maxTokens: 1777, ignoreEnd: true })).toMatchObject({ finishReason: "length" });
    expect(planOutput({ ...wish, maxTokens: 1777, ignoreEnd: true }).tokens).toHaveLength(1777);
  });

  it("ends before a stop word", () => {
    const plan = planOutput({ ...wish, fixedText: "un deux trois", stop: ["trois"] });
    expect([plan.tokens.join(""), plan.finishReason]).toEqual(["un deux ", "stop"]);
  });
});
