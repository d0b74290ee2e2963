import fc from "fast-check";
import { expect, it } from "vitest";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import { CutAttempts } from "./cut-attempts.js";

const PLACED = { endpoint: { id: "e" } } as PlacedEndpoint;
const LAST = { endpoint: { id: "last" } } as PlacedEndpoint;
const amount = fc.nat({ max: 1_000 });
const cost = fc.record({
  costMicroEuro: amount,
  gpuMicroSeconds: amount,
  nanoKWh: amount,
  nanoKgCO2eq: amount,
});
const ANSWER = { amounts: { inputTokens: 7, cachedInputTokens: 2, outputTokens: 3 }, estimated: false };

it("adds the service of every attempt once, and the tokens and price of the last alone", () => {
  fc.assert(
    fc.property(fc.array(cost, { minLength: 1 }), fc.option(cost), (before, last) => {
      const cuts = new CutAttempts();
      for (const each of before) cuts.add(PLACED, each);
      const used = cuts.withLast(last === null ? null : ANSWER, last, last === null ? null : LAST);
      const sum = (quantity: "gpuMicroSeconds" | "nanoKWh" | "nanoKgCO2eq") =>
        [...before, ...(last === null ? [] : [last])].reduce((all, each) => all + each[quantity], 0);
      expect(cuts.count).toBe(before.length);
      expect(used?.cost).toEqual({
        ...(last === null ? {} : { costMicroEuro: last.costMicroEuro }),
        gpuMicroSeconds: sum("gpuMicroSeconds"),
        nanoKWh: sum("nanoKWh"),
        nanoKgCO2eq: sum("nanoKgCO2eq"),
      });
      expect(used?.operation).toEqual({ amounts: last === null ? {} : ANSWER.amounts, estimated: true });
      expect(used?.placed).toBe(last === null ? PLACED : LAST);
    }),
    { numRuns: 1_000 },
  );
});

it("leaves a request that was never cut as it is", () => {
  const cuts = new CutAttempts();
  const own = { costMicroEuro: 1, gpuMicroSeconds: 2, nanoKWh: 3, nanoKgCO2eq: 4 };
  expect(cuts.withLast(ANSWER, own, LAST)).toEqual({ operation: ANSWER, cost: own, placed: LAST });
  expect(cuts.withLast(null, null, LAST)).toBeNull();
  expect(cuts.withLast(null, null, null)).toBeNull();
});
