import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { fitSteps } from "./fit-steps.js";
import { maxRate } from "./replica-queue.js";
import { decodeMs, prefillMs, type StepTimes } from "./step-times.js";

interface QueueingCase {
  readonly fn: "prefillMs" | "decodeMs" | "fit" | "maxRatePerReplica";
  readonly alpha?: number;
  readonly beta?: number;
  readonly gamma?: number;
  readonly delta?: number;
  readonly batch?: number;
  readonly maxBatch?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly points?: readonly (readonly [number, number])[];
  readonly expect?: number | { readonly alpha: number; readonly beta: number };
  readonly expectReqPerSec?: number;
}

const timesOf = ({ alpha = 0, beta = 0, gamma = 0, delta = 0 }: QueueingCase): StepTimes => ({
  alphaMs: alpha,
  betaMs: beta,
  gammaMs: gamma,
  deltaMs: delta,
});

function answer(each: QueueingCase): number | { readonly alpha: number; readonly beta: number } {
  const { fn, batch = 0, maxBatch = 0, inputTokens = 0, outputTokens = 0 } = each;
  switch (fn) {
    case "prefillMs":
      return prefillMs(timesOf(each), inputTokens, batch);
    case "decodeMs":
      return decodeMs(timesOf(each), batch);
    case "fit": {
      const { alphaMs, betaMs } = fitSteps(each.points ?? []);
      return { alpha: alphaMs, beta: betaMs };
    }
    case "maxRatePerReplica":
      return maxRate({ times: timesOf(each), shape: { inputTokens, outputTokens }, maxBatch });
  }
}

describe("queueing model of the workload variant autoscaler", () => {
  const { cases } = readCases<{ cases: readonly QueueingCase[] }>("inference-capacity-queueing");
  expect(cases).toHaveLength(12);
  it.each(cases)("$fn $name $alpha $gamma $batch", (each) => {
    const expected = each.expectReqPerSec ?? each.expect;
    const found = answer(each);
    if (typeof found === "number") expect(found).toBeCloseTo(expected as number, 9);
    else
      for (const key of ["alpha", "beta"] as const) expect(found[key]).toBeCloseTo((expected as typeof found)[key], 9);
  });
});
