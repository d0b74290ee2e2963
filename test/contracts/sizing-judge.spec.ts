import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../scheduler/bench/sizing/one-shape.js";
import { replay } from "../../scheduler/engine-simulator/drivers/replay.js";

describe("the judge of the bench `sizing`", () => {
  it("runs requests of one shape as the engine simulator does, each of them", () => {
    const engine = fc.record({
      alphaMs: fc.double({ min: 1, max: 40, noNaN: true }),
      betaMs: fc.double({ min: 0, max: 0.5, noNaN: true }),
      deltaMs: fc.double({ min: 0, max: 0.5, noNaN: true }),
      inputTokens: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 30_000 })),
      outputTokens: fc.integer({ min: 1, max: 60 }),
      places: fc.integer({ min: 1, max: 24 }),
    });
    const gaps = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(engine, gaps, fc.double({ min: 1, max: 2000, noNaN: true }), (settings, parts, meanGapMs) => {
        let at = 0;
        const arrivals = Float64Array.from(parts, (part) => (at -= meanGapMs * Math.log(part)));
        const expected = replay(
          {
            alphaMs: settings.alphaMs,
            betaMs: settings.betaMs,
            prefillMsPerToken: settings.deltaMs,
            stepTokenBudget: 8192,
            maxSequences: settings.places,
            blockSize: 16,
            kvBlocks: 200_000,
          },
          [...arrivals].map((arrival, number) => ({
            at: arrival,
            spec: {
              id: String(number),
              promptTokens: settings.inputTokens,
              outputTokens: settings.outputTokens,
              chain: [],
            },
          })),
        );
        const { firstAt, lastAt } = passagesOf(settings, arrivals);
        expected.forEach(({ firstTokenAt, finishedAt }, number) => {
          expect(firstAt[number]).toBeCloseTo(firstTokenAt, 5);
          expect(lastAt[number]).toBeCloseTo(finishedAt, 5);
        });
      }),
      { numRuns: 200 },
    );
  });
});
