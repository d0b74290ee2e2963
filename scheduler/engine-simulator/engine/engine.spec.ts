import { describe, expect, it } from "vitest";
import { replay, type Arrival } from "../drivers/replay.js";
import { Engine } from "./engine.js";
import type { SequenceSpec } from "./sequence.js";
import { DEFAULT_ENGINE_SETTINGS, settingsProblems, type EngineSettings } from "./settings.js";

const settings: EngineSettings = {
  alphaMs: 10,
  betaMs: 1,
  prefillMsPerToken: 0.1,
  stepTokenBudget: 100,
  maxSequences: 4,
  blockSize: 10,
  kvBlocks: 100,
};

function spec(id: string, promptTokens: number, outputTokens: number, chain: number[] = []): SequenceSpec {
  return { id, promptTokens, outputTokens, chain };
}

function arrivals(...specs: SequenceSpec[]): Arrival[] {
  return specs.map((one) => ({ at: 0, spec: one }));
}

describe("timing against cases computed by hand", () => {
  it("one sequence: a prefill step that brings the first token, then a step a token", () => {
    // prefill 10 + 0.1·50 = 15; then two steps of 10 + 1.
    const [only] = replay(settings, arrivals(spec("a", 50, 3)));
    expect(only).toMatchObject({ admittedAt: 0, firstTokenAt: 15, finishedAt: 37 });
  });

  it("a prompt beyond the budget is computed in chunks", () => {
    // 250 tokens: 10+10, 10+10, 10+5.
    const [only] = replay(settings, arrivals(spec("a", 250, 1)));
    expect(only).toMatchObject({ firstTokenAt: 55, finishedAt: 55 });
  });

  it("decodes come first and prefill takes the rest of the budget", () => {
    // 0–11: a's prompt (10 tokens). b arrives at 5, joins the step 11–: a decodes, b gets 99 of its 120 tokens:
    // 10 + 1 + 9.9 = 20.9. Then a is done after its 2nd token; b's last 21 tokens: 10 + 2.1.
    const [a, b] = replay(settings, [
      { at: 0, spec: spec("a", 10, 2) },
      { at: 5, spec: spec("b", 120, 1) },
    ]);
    expect(a?.finishedAt).toBeCloseTo(31.9);
    expect(b?.firstTokenAt).toBeCloseTo(44);
  });

  it("sequences admitted together slow each other down", () => {
    // One step of 10 + 0.1·20 = 12 for both prompts, then steps of 10 + 2.
    const passages = replay(settings, arrivals(spec("a", 10, 3), spec("b", 10, 3)));
    for (const passage of passages) expect(passage).toMatchObject({ firstTokenAt: 12, finishedAt: 36 });
  });

  it("the fifth sequence waits for one of four places", () => {
    const passages = replay(settings, arrivals(...["a", "b", "c", "d", "e"].map((id) => spec(id, 10, 2))));
    // 10 + 4 = 14, 10 + 4 = 14: places are free at 28.
    expect(passages[3]?.finishedAt).toBeCloseTo(28);
    expect(passages[4]?.admittedAt).toBeCloseTo(28);
  });

  it("a sequence whose blocks do not fit holds back those behind it", () => {
    const passages = replay(settings, arrivals(spec("a", 600, 1), spec("b", 500, 1), spec("c", 10, 1)));
    expect(passages[1]?.admittedAt).toBe(passages[0]?.finishedAt);
    expect(passages[2]?.admittedAt).toBeGreaterThanOrEqual(passages[1]?.admittedAt ?? NaN);
  });
});

describe("prefix cache", () => {
  it("a second prompt pays only for what the first did not compute", () => {
    const [first, second] = replay(settings, [
      { at: 0, spec: spec("a", 45, 1, [1, 2, 3, 4]) },
      { at: 100, spec: spec("b", 45, 1, [1, 2, 3, 9]) },
    ]);
    expect(first).toMatchObject({ cachedTokens: 0, firstTokenAt: 14.5 });
    expect(second).toMatchObject({ cachedTokens: 30, firstTokenAt: 111.5 });
  });

  it("the last prompt token is always computed", () => {
    const twice = [0, 100].map((at) => ({ at, spec: spec(String(at), 40, 1, [1, 2, 3, 4]) }));
    expect(replay(settings, twice)[1]?.cachedTokens).toBe(30);
  });

  it("blocks written while decoding are reusable by the next turn", () => {
    const [, next] = replay(settings, [
      { at: 0, spec: spec("a", 15, 16, [1, 2, 3]) },
      { at: 1000, spec: spec("b", 40, 1, [1, 2, 3, 4]) },
    ]);
    expect(next?.cachedTokens).toBe(30);
  });

  it("the least recently freed prefix is evicted first, from its end", () => {
    // Each turn holds 4 of 8 blocks and leaves 3 named: c evicts the last two of a, whose first one is still found.
    const small = { ...settings, kvBlocks: 8 };
    const turn = (at: number, id: string, chain: number[]): Arrival => ({ at, spec: spec(id, 35, 1, chain) });
    const passages = replay(small, [
      turn(0, "a", [1, 2, 3]),
      turn(100, "b", [4, 5, 6]),
      turn(200, "c", [7, 8, 9]),
      turn(300, "b again", [4, 5, 6]),
      turn(400, "a again", [1, 2, 3]),
    ]);
    expect(passages.map((one) => one.cachedTokens)).toEqual([0, 0, 0, 30, 10]);
  });
});

describe("engine", () => {
  it("refuses a sequence that can never fit", () => {
    const engine = new Engine(settings);
    expect(engine.fits(spec("a", 990, 10))).toBe(true);
    expect(() => engine.submit(spec("b", 991, 10))).toThrow("never fit");
  });

  it("an aborted sequence gives its blocks and its place back", () => {
    const engine = new Engine(settings);
    engine.submit(spec("a", 500, 5));
    engine.beginStep();
    engine.abort("a");
    expect(engine.endStep()).toEqual({ tokens: [], finished: [] });
    expect([engine.runningCount, engine.kvUsage]).toEqual([0, 0]);
    expect(engine.beginStep()).toBeNull();
  });

  it("settings that cannot work are named", () => {
    expect(settingsProblems(DEFAULT_ENGINE_SETTINGS)).toEqual([]);
    expect(settingsProblems({ ...settings, maxSequences: 101, blockSize: 0 })).toHaveLength(2);
  });
});
