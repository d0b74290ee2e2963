import type { DeploymentV1 } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { snapshot } from "../../../../test/builders/snapshot.builder.js";
import { pastRecords } from "./past-usage.js";

const deployment: DeploymentV1 = {
  ...{ id: "deployment", poolId: "pool", modelId: "model", servedName: "model", gpusPerReplica: 2 },
  profile: { alphaSeconds: 0.01, betaSeconds: 0, prefillSecondsPerToken: 0, referenceBatch: 10, maxSequences: 64 },
  price: { inputPerMillion: 1_000_000, outputPerMillion: 2_000_000 },
  energy: { kWhPerMillionTokens: 1, kgCO2eqPerKWh: 0.05, method: "invented" },
  endpoints: [{ id: "endpoint", url: "http://127.0.0.1:1", apiKeyVariable: null, simulated: true }],
};
const WORLD = snapshot({ deployments: [deployment] });
/** A Monday: the days before hold a week-end. */
const TODAY = new Date("2026-11-30T12:00:00Z");
const LINE = { application: "application", perDay: 100, inputTokens: 1000, outputTokens: 50 };
const usage = (more: object = {}) => ({
  days: 7,
  lines: [{ ...LINE, refusedPercent: 0, cancelledPercent: 0, ...more }],
});

describe("records of a past", () => {
  it("are the same at every reading, in the order of time, numbered without gap", () => {
    const records = pastRecords(usage(), WORLD, TODAY);
    expect(pastRecords(usage(), WORLD, TODAY)).toEqual(records);
    expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_, index) => index + 1));
    const moments = records.map(({ decision }) => decision.at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments[0]).toBeGreaterThanOrEqual(Date.parse("2026-11-23T00:00:00Z"));
    expect(moments.at(-1)).toBeLessThan(Date.parse("2026-11-30T00:00:00Z"));
  });

  it("are fewer at week-ends", () => {
    const on = (day: string) =>
      pastRecords(usage(), WORLD, TODAY).filter(({ decision }) => new Date(decision.at).toISOString().startsWith(day))
        .length;
    expect(on("2026-11-27")).toBeGreaterThanOrEqual(80);
    expect(on("2026-11-28")).toBeLessThan(20);
  });

  it("cost what the snapshot's prices say, and nothing where they were refused", () => {
    const records = pastRecords(usage({ refusedPercent: 20, cancelledPercent: 20 }), WORLD, TODAY);
    const outcomes = new Set(records.map(({ decision }) => decision.outcome));
    expect(outcomes).toEqual(new Set(["served", "refused", "cancelled"]));
    for (const { decision, usage: used } of records) {
      expect(used === null).toBe(decision.outcome === "refused");
      if (used === null) continue;
      const { costMicroEuro, inputTokens = NaN, outputTokens = NaN } = used.quantities;
      expect(costMicroEuro).toBe(inputTokens + 2 * outputTokens);
      expect(used.estimated).toBe(decision.outcome === "cancelled");
    }
  });

  it("of a use case that prepares decisions name each day's, and others name none", () => {
    const named = pastRecords(usage({ decisionRef: "HON" }), WORLD, TODAY).map(({ decision }) => decision);
    expect(new Set(named.map(({ asked }) => asked?.decisionRef)).size).toBe(7);
    for (const { at, asked } of named)
      expect(asked?.decisionRef).toBe(`HON-${new Date(at).toISOString().slice(0, 10)}`);
    expect(pastRecords(usage(), WORLD, TODAY)[0]?.decision.asked).not.toHaveProperty("decisionRef");
  });

  it("are none for an application that no pool serves", () => {
    expect(pastRecords(usage(), snapshot(), TODAY)).toEqual([]);
  });
});
