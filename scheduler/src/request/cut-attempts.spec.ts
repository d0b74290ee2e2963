import fc from "fast-check";
import { expect, it } from "vitest";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { ServiceCost } from "../cost/service-cost.js";
import { CutAttempts } from "./cut-attempts.js";

const PLACED = { endpoint: { id: "e" } } as PlacedEndpoint;
const LAST = { endpoint: { id: "last" } } as PlacedEndpoint;
const amount = fc.nat({ max: 1_000 });
const cost: fc.Arbitrary<ServiceCost> = fc.record({
  costMicroEuro: amount,
  gpuSeconds: amount,
  kWh: amount,
  kgCO2eq: amount,
});
const TOKENS = { inputTokens: 7, cachedInputTokens: 2, outputTokens: 3, estimated: false };

it("adds the service of every attempt once, and the tokens and price of the last alone", () => {
  fc.assert(
    fc.property(fc.array(cost, { minLength: 1 }), fc.option(cost), (before, last) => {
      const cuts = new CutAttempts();
      for (const each of before) cuts.add(PLACED, each);
      const used = cuts.withLast(last === null ? null : TOKENS, last, last === null ? null : LAST);
      const sum = (of: (each: ServiceCost) => number) =>
        [...before, ...(last === null ? [] : [last])].reduce((all, each) => all + of(each), 0);
      expect(cuts.count).toBe(before.length);
      expect(used?.cost).toEqual({
        costMicroEuro: last?.costMicroEuro ?? 0,
        gpuSeconds: sum(({ gpuSeconds }) => gpuSeconds),
        kWh: sum(({ kWh }) => kWh),
        kgCO2eq: sum(({ kgCO2eq }) => kgCO2eq),
      });
      expect(used?.tokens).toEqual({
        ...(last === null ? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 } : TOKENS),
        estimated: true,
      });
      expect(used?.placed).toBe(last === null ? PLACED : LAST);
    }),
    { numRuns: 1_000 },
  );
});

it("leaves a request that was never cut as it is", () => {
  const cuts = new CutAttempts();
  const own = { costMicroEuro: 1, gpuSeconds: 2, kWh: 3, kgCO2eq: 4 };
  expect(cuts.withLast(TOKENS, own, LAST)).toEqual({ tokens: TOKENS, cost: own, placed: LAST });
  expect(cuts.withLast(null, null, LAST)).toBeNull();
  expect(cuts.withLast(null, null, null)).toBeNull();
});
