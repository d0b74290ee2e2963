import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replay, type Arrival } from "../drivers/replay.js";
import { Engine } from "./engine.js";
import { blocksNeeded, type SequenceSpec } from "./sequence.js";
import type { EngineSettings } from "./settings.js";

const settings: fc.Arbitrary<EngineSettings> = fc.record({
  alphaMs: fc.integer({ min: 1, max: 20 }),
  betaMs: fc.integer({ min: 0, max: 3 }),
  prefillMsPerToken: fc.constantFrom(0, 0.05, 0.5),
  stepTokenBudget: fc.integer({ min: 8, max: 64 }),
  maxSequences: fc.integer({ min: 1, max: 8 }),
  blockSize: fc.integer({ min: 1, max: 8 }),
  kvBlocks: fc.integer({ min: 40, max: 80 }),
});

/** Conversations share prefixes: the chain of family f is f·100, f·100+1, … */
const shapes = fc.array(
  fc.record({
    family: fc.integer({ min: 1, max: 3 }),
    promptTokens: fc.integer({ min: 1, max: 25 }),
    outputTokens: fc.integer({ min: 1, max: 12 }),
    at: fc.integer({ min: 0, max: 300 }),
  }),
  { minLength: 1, maxLength: 25 },
);

interface Shape {
  readonly family: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly at: number;
}

function toSpec(shape: Shape, index: number): SequenceSpec {
  const chain = Array.from({ length: 40 }, (_, block) => shape.family * 100 + block);
  return { id: String(index), promptTokens: shape.promptTokens, outputTokens: shape.outputTokens, chain };
}

function toArrivals(list: readonly Shape[]): Arrival[] {
  return list.map((shape, index) => ({ at: shape.at, spec: toSpec(shape, index) }));
}

function blocksAreConserved(engine: Engine): void {
  const { blocks } = engine;
  expect(blocks.free).toBeGreaterThanOrEqual(0);
  expect(blocks.reusable).toBeGreaterThanOrEqual(0);
  expect(blocks.free + blocks.reusable + blocks.referenced).toBe(blocks.total);
}

describe("engine invariants", () => {
  it("never more running than places, blocks conserved, no step without work while any is there", () => {
    fc.assert(
      fc.property(settings, shapes, fc.array(fc.nat({ max: 24 }), { maxLength: 6 }), (engineSettings, list, aborts) => {
        const engine = new Engine(engineSettings);
        const open = new Set<string>();
        for (const [index, shape] of list.entries()) {
          const one = toSpec(shape, index);
          if (!engine.fits(one)) continue;
          engine.submit(one);
          open.add(one.id);
        }
        for (let steps = 0; open.size > 0; steps += 1) {
          const step = engine.beginStep();
          expect(step).not.toBeNull();
          expect((step?.decoding ?? 0) + (step?.prefillTokens ?? 0)).toBeGreaterThan(0);
          expect((step?.decoding ?? 0) + (step?.prefillTokens ?? 0)).toBeLessThanOrEqual(
            engineSettings.stepTokenBudget,
          );
          expect(engine.runningCount).toBeLessThanOrEqual(engineSettings.maxSequences);
          blocksAreConserved(engine);
          const victim = aborts[steps];
          if (victim !== undefined) {
            engine.abort(String(victim));
            open.delete(String(victim));
          }
          for (const id of engine.endStep().finished) open.delete(id);
          blocksAreConserved(engine);
        }
        expect(engine.beginStep()).toBeNull();
        expect(engine.blocks.referenced).toBe(0);
      }),
    );
  });

  it("each sequence gets each of its tokens once, and never more from the cache than its prompt less one token", () => {
    fc.assert(
      fc.property(settings, shapes, (engineSettings, list) => {
        const engine = new Engine(engineSettings);
        const specs = list.map(toSpec).filter((one) => engine.fits(one));
        for (const one of specs) engine.submit(one);
        const tokens = new Map(specs.map((one) => [one.id, 0]));
        for (let step = engine.beginStep(); step; step = engine.beginStep()) {
          for (const { id, cachedTokens } of step.admitted) {
            expect(cachedTokens).toBeLessThan(specs.find((one) => one.id === id)?.promptTokens ?? 0);
          }
          for (const { id, index } of engine.endStep().tokens) {
            expect(index).toBe(tokens.get(id));
            tokens.set(id, index + 1);
          }
        }
        for (const one of specs) expect(tokens.get(one.id)).toBe(one.outputTokens);
      }),
    );
  });

  it("an arrival more never makes the ones before it start earlier, and all of them finish", () => {
    fc.assert(
      fc.property(settings, shapes, (engineSettings, list) => {
        const fitting = list.filter(
          (shape, index) => blocksNeeded(toSpec(shape, index), engineSettings.blockSize) <= 40,
        );
        const all = toArrivals([...fitting].sort((a, b) => a.at - b.at)).map(({ at, spec }) => ({
          at,
          spec: { ...spec, chain: [] },
        }));
        const fewer = replay(engineSettings, all.slice(0, -1));
        const more = replay(engineSettings, all);
        for (const [index, passage] of fewer.entries()) {
          const loaded = more[index];
          expect(loaded?.finishedAt).toBeGreaterThanOrEqual(passage.finishedAt - 1e-6);
          expect(passage.finishedAt).toBeGreaterThanOrEqual(passage.firstTokenAt);
        }
      }),
    );
  });

  it("is the same every time", () => {
    fc.assert(
      fc.property(settings, shapes, (engineSettings, list) => {
        const fitting = list.filter(
          (shape, index) => blocksNeeded(toSpec(shape, index), engineSettings.blockSize) <= 40,
        );
        expect(replay(engineSettings, toArrivals(fitting))).toEqual(replay(engineSettings, toArrivals(fitting)));
      }),
    );
  });
});
