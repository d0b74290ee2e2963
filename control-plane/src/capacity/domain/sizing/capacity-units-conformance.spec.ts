import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { capacityUnits, type CapacityUnit, type HostedCalls } from "./capacity-units.js";

interface PtuCase extends HostedCalls {
  readonly model: string;
  readonly weightedInputTPM: number;
  readonly rawUnits: number;
  readonly expectUnits: number;
}

describe("provisioned throughput units", () => {
  const { units, cases } = readCases<{ units: Record<string, CapacityUnit>; cases: readonly PtuCase[] }>(
    "capacity-units-ptu",
  );
  expect(cases).toHaveLength(4);
  it.each(cases)("$model: $expectUnits", (each) => {
    const unit = units[each.model];
    if (unit === undefined) throw new Error(each.model);
    const found = capacityUnits(each, unit);
    expect(found.weightedTokensPerMin).toBe(each.weightedInputTPM);
    expect(found.raw).toBeCloseTo(each.rawUnits, 9);
    expect(found.units).toBe(each.expectUnits);
  });

  it("deducts cached input in full, and keeps an exact number of steps", () => {
    const unit = { inputTpmPerUnit: 1000, outputWeight: 4, minimum: 1, increment: 5 };
    expect(capacityUnits({ callsPerMin: 10, inputTokens: 1000, outputTokens: 0, cachedTokens: 500 }, unit).units).toBe(
      5,
    );
    expect(
      capacityUnits({ callsPerMin: 10, inputTokens: 1000, outputTokens: 125, cachedTokens: 500 }, unit).units,
    ).toBe(10);
  });
});
