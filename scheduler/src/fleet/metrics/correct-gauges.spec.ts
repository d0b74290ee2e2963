import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctLoad } from "./correct-gauges.js";
import { createGaugeBoard } from "./gauge-board.js";
import { noGauges } from "./sample-reader.js";

const scraped = (running: number | null, waiting: number | null, dispatched = 0, finished = 0) => ({
  at: 0,
  gauges: { ...noGauges("vllm"), running, waiting },
  dispatched,
  finished,
});

describe("correctLoad", () => {
  it("adds what was given since and takes off what ended since", () => {
    expect(correctLoad(scraped(3, 0, 10, 8), 14, 9, 64)).toEqual({ running: 6, waiting: 0 });
  });

  it("lets the new wait when the engine is full, and the waiting start when one ends", () => {
    expect(correctLoad(scraped(4, 0), 2, 0, 4)).toEqual({ running: 4, waiting: 2 });
    expect(correctLoad(scraped(4, 3, 2, 0), 2, 1, 4)).toEqual({ running: 4, waiting: 2 });
  });

  it("takes an engine that makes requests wait before its places are full at its word", () => {
    expect(correctLoad(scraped(2, 1), 1, 0, 64)).toEqual({ running: 2, waiting: 2 });
  });

  it("leaves unknown what the engine does not publish", () => {
    expect(correctLoad(scraped(null, null), 5, 0, 4)).toEqual({ running: null, waiting: null });
    expect(correctLoad(scraped(null, 1), 5, 3, 4)).toEqual({ running: null, waiting: 3 });
    expect(correctLoad(scraped(1, null), 5, 3, 4)).toEqual({ running: 3, waiting: null });
  });

  it("is never less than this replica's own requests, never negative, and exact when nothing happened", () => {
    const count = fc.nat({ max: 100 });
    fc.assert(
      fc.property(count, count, count, count, count, count, (running, waiting, before, ended, given, places) => {
        const finished = Math.min(before, ended);
        const at = scraped(running, waiting, before, finished);
        const later = correctLoad(at, before + given, finished + Math.min(given, ended), places);
        const own = before + given - finished - Math.min(given, ended);
        expect((later.running ?? 0) + (later.waiting ?? 0)).toBeGreaterThanOrEqual(own);
        expect(Math.min(later.running ?? 0, later.waiting ?? 0)).toBeGreaterThanOrEqual(0);
        const still = correctLoad(at, before, finished, running);
        if (running + waiting >= before - finished) expect(still).toEqual({ running, waiting });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("the board of gauges", () => {
  it("keeps the last gauges with their time, corrects them, and forgets who left", () => {
    const board = createGaugeBoard();
    expect(board.read("a", 0, 0, 4)).toBeUndefined();
    const gauges = { ...noGauges("vllm"), running: 1, waiting: 0, kvUse: 0.5, blockSize: 16, blocks: 10 };
    board.put("a", { at: 7, gauges, dispatched: 1, finished: 0 });
    const first = board.read("a", 2, 0, 4);
    expect(first).toMatchObject({ at: 7, running: 2, waiting: 0, kvUse: 0.5, kvTokens: 160 });
    expect(board.read("a", 2, 0, 4)).toBe(first);
    expect(board.read("a", 2, 2, 4)).toMatchObject({ running: 0 });
    board.keepOnly(new Set(["b"]));
    expect(board.read("a", 2, 2, 4)).toBeUndefined();
  });
});
