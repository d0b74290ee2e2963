import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateWithinTargets } from "./rate-within-targets.js";
import { analyseReplica, maxRate, type Replica } from "./replica-queue.js";

/** Every request is served in 1/μ whoever else is there: one server, the textbook's M/M/1/K. */
const oneServer = (serviceMs: number, waitingPlaces: number): Replica => ({
  times: { alphaMs: serviceMs, betaMs: 0, gammaMs: 0, deltaMs: 0 },
  shape: { inputTokens: 0, outputTokens: 2 },
  maxBatch: 1,
  waitingPlaces,
});
const mistral: Replica = {
  times: { alphaMs: 25, betaMs: 0.0525, gammaMs: 300, deltaMs: 0 },
  shape: { inputTokens: 1500, outputTokens: 300 },
  maxBatch: 99,
  waitingPlaces: 200,
};

describe("a replica's queue", () => {
  it("is the textbook's M/M/1: mean wait ρ/(μ − λ), 95 % of waits within ln(20ρ)/(μ − λ)", () => {
    const state = analyseReplica(oneServer(100, 2000), 8);
    expect(state.refused).toBeLessThan(1e-9);
    expect(state.meanRunning).toBeCloseTo(0.8, 9);
    expect(state.waitMeanMs).toBeCloseTo(400, 3);
    expect(state.waitP95Ms / ((1000 * Math.log(20 * 0.8)) / 2)).toBeCloseTo(1, 2);
  });

  it("is the textbook's M/M/1/K when it is short: p(K) = (1 − ρ)ρ^K / (1 − ρ^(K+1))", () => {
    const state = analyseReplica(oneServer(100, 3), 20);
    expect(state.refused).toBeCloseTo((2 ** 4 * (1 - 2)) / (1 - 2 ** 5), 9);
  });

  it("is the textbook's M/M/c when sequences do not slow one another: Erlang's C for 3 of 4 servers busy", () => {
    const fourServers = { ...oneServer(100, 4000), maxBatch: 4 };
    const state = analyseReplica(fourServers, 30);
    expect(state.meanRunning).toBeCloseTo(3, 6);
    // C(4, 3) = 0.50943; mean wait C / (4μ − λ).
    expect(state.waitMeanMs).toBeCloseTo((1000 * 0.509433962) / 10, 3);
  });

  it("does not wait at a quarter of its rate, and keeps its accounts when flooded", () => {
    const calm = analyseReplica(mistral, maxRate(mistral) / 4);
    expect(calm.waitP95Ms).toBe(0);
    expect(calm.ttftP95Ms).toBe(300);
    const flooded = analyseReplica(mistral, maxRate(mistral) * 1e6);
    expect(flooded.refused).toBeCloseTo(1 - 1e-6, 6);
    expect(flooded.meanRunning).toBeCloseTo(99, 3);
  });

  it("takes the most that keeps the targets, and nothing when none can", () => {
    const most = maxRate(mistral);
    expect(rateWithinTargets(mistral, { ttftP95Ms: null, itlP95Ms: null }, most / 2)).toBe(most / 2);
    expect(rateWithinTargets(mistral, { ttftP95Ms: 299, itlP95Ms: null }, most)).toBe(0);
    const rate = rateWithinTargets(mistral, { ttftP95Ms: 2000, itlP95Ms: null }, most);
    expect(analyseReplica(mistral, rate).ttftP95Ms).toBeLessThanOrEqual(2000);
    expect(analyseReplica(mistral, rate * 1.005).ttftP95Ms).toBeGreaterThan(2000);
  });

  it("never gains by more arrivals", () => {
    const rates = fc.tuple(
      fc.double({ min: 0.05, max: 1.2, noNaN: true }),
      fc.double({ min: 1, max: 1.5, noNaN: true }),
    );
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 60 }), ([share, more], maxBatch) => {
        const replica = { ...mistral, maxBatch };
        const rate = share * maxRate(replica);
        const [few, many] = [analyseReplica(replica, rate), analyseReplica(replica, rate * more)];
        expect(many.ttftP95Ms).toBeGreaterThanOrEqual(few.ttftP95Ms * 0.998);
        expect(many.itlP95Ms).toBeGreaterThanOrEqual(few.itlP95Ms);
      }),
      { numRuns: 200 },
    );
  });
});
