import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { mayReclaim } from "../queue/cut-batch.js";
import { weightsWithHistory } from "./history.js";

const bound = (value: number): number => (value < 0 ? Infinity : value);

describe("KAI: time-based fair share", () => {
  type Numbers = Readonly<Record<string, number>>;
  const { cases } = readCases<{
    cases: { name: string; weights: Numbers; usage: Numbers; k: number; expectPortion: Numbers; tolerance: number }[];
  }>("kai-time-based-fairshare");
  it.each(cases)("$name", ({ weights, usage, k, expectPortion, tolerance }) => {
    const names = Object.keys(weights);
    const weighed = weightsWithHistory(
      names.map((name) => weights[name] ?? NaN),
      names.map((name) => usage[name] ?? NaN),
      k,
    );
    const sum = weighed.reduce((all, each) => all + each, 0);
    for (const [index, name] of names.entries()) {
      expect(Math.abs((weighed[index] ?? NaN) / sum - (expectPortion[name] ?? NaN))).toBeLessThanOrEqual(tolerance);
    }
  });
});

describe("KAI: can reclaim", () => {
  interface Held {
    readonly deserved: number;
    readonly fairShare: number;
    readonly allocated: number;
    readonly allocatedNonPreemptible: number;
  }
  const { cases } = readCases<{
    cases: {
      name: string;
      preemptible: boolean;
      request: Readonly<Record<string, number>>;
      queue: Readonly<Record<string, Held>>;
      expectCanReclaim: boolean;
    }[];
  }>("kai-can-reclaim");
  expect(cases).toHaveLength(15);
  it.each(cases)("$name", ({ preemptible, request, queue, expectCanReclaim }) => {
    const resources = Object.entries(queue).map(([resource, held]) => ({
      asked: request[resource] ?? 0,
      standing: {
        occupied: held.allocated,
        fixed: held.allocatedNonPreemptible,
        right: bound(held.deserved),
        fairShare: bound(held.fairShare),
      },
    }));
    expect(mayReclaim(resources, preemptible)).toBe(expectCanReclaim);
  });
});
