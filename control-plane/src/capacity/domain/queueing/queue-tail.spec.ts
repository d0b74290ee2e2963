import { describe, expect, it } from "vitest";
import { countReaches, decayOf, waitsLonger } from "./queue-tail.js";

describe("tails of queues", () => {
  it("decays as constant services do: e^x − 1 = x ÷ load", () => {
    for (const load of [0.01, 0.3, 0.5, 0.9, 0.999]) {
      const decay = decayOf(load);
      expect(decay).toBeGreaterThan(0);
      expect((Math.exp(decay) - 1) / (decay / load)).toBeCloseTo(1, 6);
    }
  });

  it("waits for one server as M/D/1 does: 0.5 at once, 1 − (1 − ρ)·e^ρt within one service, its tail beyond", () => {
    expect(waitsLonger(0.5, 0)).toBeCloseTo(0.5, 12);
    expect(waitsLonger(0.5, 0.999)).toBeCloseTo(1 - 0.5 * Math.exp(0.5 * 0.999), 12);
    // Two services: 1 − (1 − ρ)·(e^2ρ − ρ·e^ρ).
    expect(waitsLonger(0.5, 2)).toBeCloseTo(1 - 0.5 * (Math.E - 0.5 * Math.exp(0.5)), 2);
    expect(waitsLonger(0.5, -1)).toBeCloseTo(0.5, 12);
  });

  it("counts as Poisson does where variance is the mean, and further out where it is more", () => {
    expect(countReaches(3, 2, 2)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 5);
    expect(countReaches(0, 2, 2)).toBeGreaterThan(0);
    // Geometric: successes 1, P(≥ k) = (m ÷ (1 + m))^k.
    expect(countReaches(4, 3, 12)).toBeCloseTo(0.75 ** 4, 9);
  });
});
