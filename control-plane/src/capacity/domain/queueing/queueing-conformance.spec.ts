import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { fitSteps } from "./fit-steps.js";
import { decodeMs, prefillMs, type StepTimes } from "./step-times.js";

interface QueueingCase {
  readonly fn: "prefillMs" | "decodeMs" | "fit";
  readonly alpha?: number;
  readonly beta?: number;
  readonly gamma?: number;
  readonly delta?: number;
  readonly batch?: number;
  readonly inputTokens?: number;
  readonly points?: readonly (readonly [number, number])[];
  readonly expect?: number | { readonly alpha: number; readonly beta: number };
}

const timesOf = ({ alpha = 0, beta = 0, gamma = 0, delta = 0 }: QueueingCase): StepTimes => ({
  alphaMs: alpha,
  betaMs: beta,
  gammaMs: gamma,
  deltaMs: delta,
});

function answer(each: QueueingCase): number | { readonly alpha: number; readonly beta: number } {
  const { fn, batch = 0, inputTokens = 0 } = each;
  switch (fn) {
    case "prefillMs":
      return prefillMs(timesOf(each), inputTokens, batch);
    case "decodeMs":
      return decodeMs(timesOf(each), batch);
    case "fit": {
      const { alphaMs, betaMs } = fitSteps(each.points ?? []);
      return { alpha: alphaMs, beta: betaMs };
    }
  }
}

describe("step times of the workload variant autoscaler", () => {
  const read = readCases<{ cases: readonly (QueueingCase | { readonly fn: "maxRatePerReplica" })[] }>(
    "inference-capacity-queueing",
  );
  // Its rates count every prompt as read by the whole batch at once; the engine's own are in `saturated-rate.ts`.
  const cases = read.cases.filter((each): each is QueueingCase => each.fn !== "maxRatePerReplica");
  expect(cases.length).toBeGreaterThan(6);
  it.each(cases)("$fn $name $alpha $gamma $batch", (each) => {
    const expected = each.expect;
    const found = answer(each);
    if (typeof found === "number") expect(found).toBeCloseTo(expected as number, 9);
    else
      for (const key of ["alpha", "beta"] as const) expect(found[key]).toBeCloseTo((expected as typeof found)[key], 9);
  });
});
