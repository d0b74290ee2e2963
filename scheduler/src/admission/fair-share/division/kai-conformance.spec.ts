import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { mayReclaim } from "../queue/cut-batch.js";
import { divide, divideSurplus } from "./divide.js";
import { weightsWithHistory } from "./history.js";

interface Queue {
  readonly priority: number;
  readonly createdOrder: number;
  readonly deserved: number;
  readonly fairShare: number;
  readonly overQuotaWeight: number;
  readonly maxAllowed: number;
  readonly request: number;
}
interface DivisionCase {
  readonly name: string;
  readonly fn: "setResourceShare" | "divideOverQuotaResource";
  readonly resource: string;
  readonly total: number;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly expectRemaining: number | null;
  readonly expectFairShare: Readonly<Record<string, number>>;
}

const bound = (value: number): number => (value < 0 ? Infinity : value);

describe("KAI: division of a resource among siblings", () => {
  const { cases } = readCases<{ cases: DivisionCase[] }>("kai-resource-division");
  expect(cases).toHaveLength(86);
  it.each(cases)("$name", ({ fn, resource, total, queues, expectRemaining, expectFairShare }) => {
    const claims = Object.entries(queues).map(([id, queue]) => ({
      id,
      deserved: bound(queue.deserved),
      limit: bound(queue.maxAllowed),
      request: queue.request,
      weight: queue.overQuotaWeight,
      priority: queue.priority,
      age: queue.createdOrder,
    }));
    const whole = resource === "gpu";
    const from = Object.values(queues).map(({ fairShare }) => fairShare);
    const division =
      fn === "setResourceShare" ? divide(total, claims, whole) : divideSurplus(total, claims, from, whole);
    for (const [index, { id }] of claims.entries()) {
      // Upstream asserts nothing on some queues.
      const expected = expectFairShare[id];
      if (expected !== undefined) expect(division.shares[index], id).toBeCloseTo(expected, 9);
    }
    if (expectRemaining !== null) expect(division.remaining).toBeCloseTo(expectRemaining, 9);
  });
});

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
