import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointView, PickRequest } from "./fleet-view.js";
import { pickEndpoint } from "./pick-endpoint.js";
import { endpointView, pickerBehaviour, pickRequest } from "./picker.behaviour.js";
import { shortestPicker } from "./picker-shortest/shortest.picker.js";
import { predictedProfile } from "./predicted-profile.js";
import { profileBehaviour } from "./profile.behaviour.js";

profileBehaviour(predictedProfile);
pickerBehaviour("shortest", () => shortestPicker);

const busy = (over: Partial<NonNullable<EndpointView["load"]>> = {}): EndpointView["load"] => ({
  pendingTokens: 1_000,
  inFlight: 3,
  reservedTokens: 9_000,
  decodingTokens: 8_000,
  kvTokens: 10_000,
  step: { alphaSeconds: 0.01, betaSeconds: 0.0001, prefillSecondsPerToken: 0.0001 },
  tokenSeconds: 0.02,
  ...over,
});

const scoreOf = (view: EndpointView, request: PickRequest): number =>
  predictedProfile.scorers.reduce((sum, scorer) => sum + scorer.weight * scorer.score(view, request, [view]), 0);

describe("the profile that ships", () => {
  it("predicts by the documented formula", () => {
    const view = endpointView({ load: busy() });
    // own 1,000 + 9,000 = 10,000 tokens: 1 s of prefill, two steps of 10.3 ms; 8,100 tokens short: 0.81 × 100 × 20 ms;
    // 0.9 of the memory promised: others wait 4 × 0.9⁴ seconds for each of the prompt's 0.9 s.
    const request = pickRequest({ promptTokens: 9_000, outputTokens: 100 });
    const [own, wait, burden] = [1 + 2 * 0.0103, (8_100 / 10_000) * 100 * 0.02, 0.9 * 4 * 0.9 ** 4];
    expect(scoreOf(view, request)).toBeCloseTo(-own - wait - burden, 9);
  });

  it("weighs what a prompt's blocks will make a cache compute again, the same wherever it is computed", () => {
    const idle = (endpointId: string) =>
      endpointView({ endpointId, load: busy({ reservedTokens: 0, kvTokens: 100_000 }) });
    const asked = (writeCost: number) =>
      pickRequest({
        promptTokens: 9_000,
        cached: { tokensOn: (id: string) => (id === "holder" ? 8_000 : 0) },
        writeCost,
      });
    const added = (id: string) => scoreOf(idle(id), asked(0)) - scoreOf(idle(id), asked(0.5));
    expect(added("holder")).toBeCloseTo(0.1 * 0.5, 9);
    expect(added("other")).toBeCloseTo(0.9 * 0.5, 9);
    expect(added("third")).toBe(added("other"));
  });

  it("computes a prompt again only where memory is free, or the endpoint that holds it is far behind", () => {
    const picked = (promised: number, pendingTokens: number): string | null => {
      const load = (pending: number) =>
        busy({ pendingTokens: pending, reservedTokens: promised * 100_000, kvTokens: 100_000 });
      const holder = endpointView({ endpointId: "holder", load: load(pendingTokens) });
      const other = endpointView({ endpointId: "other", load: load(0) });
      const cached = { tokensOn: (id: string) => (id === "holder" ? 4_999 : 0) };
      const result = pickEndpoint(predictedProfile, [holder, other], pickRequest({ promptTokens: 5_000, cached }));
      return result.ok ? result.endpoint.endpointId : null;
    };
    expect([picked(0.2, 6_000), picked(0.9, 6_000)]).toEqual(["other", "holder"]);
    expect([picked(0.2, 4_000), picked(0, 8_000)]).toEqual(["holder", "other"]);
  });

  it("scores no endpoint better for more pending tokens, more in flight, more reserved memory, less cached or less warm", () => {
    const worse = fc.record({
      pendingTokens: fc.nat({ max: 50_000 }),
      inFlight: fc.nat({ max: 100 }),
      reservedTokens: fc.nat({ max: 50_000 }),
      cached: fc.nat({ max: 9_000 }),
      warmth: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(worse, ({ pendingTokens, inFlight, reservedTokens, cached, warmth }) => {
        const prompt = { promptTokens: 9_000, outputTokens: 100 };
        const all = pickRequest({ ...prompt, cached: { tokensOn: () => 9_000 } });
        const some = pickRequest({ ...prompt, cached: { tokensOn: () => 9_000 - cached } });
        const base = busy();
        const load = busy({
          pendingTokens: 1_000 + pendingTokens,
          inFlight: 3 + inFlight,
          reservedTokens: 9_000 + reservedTokens,
        });
        expect(scoreOf(endpointView({ load, warmth }), some)).toBeLessThanOrEqual(
          scoreOf(endpointView({ load: base }), all),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("goes where the prefix is, the adapter is loaded, and among equals where it costs least", () => {
    const [a, b] = ["a", "b"].map((endpointId) => endpointView({ endpointId, load: busy({ reservedTokens: 0 }) }));
    if (a === undefined || b === undefined) throw new Error("unexpected");
    const picked = (views: EndpointView[], over: Partial<PickRequest>): string | null => {
      const result = pickEndpoint(predictedProfile, views, pickRequest({ promptTokens: 4_000, ...over }));
      return result.ok ? result.endpoint.endpointId : null;
    };
    expect(picked([a, b], { cached: { tokensOn: (id) => (id === "b" ? 2_048 : 0) } })).toBe("b");
    const gauges = (adapters: string[]) => ({
      at: 0,
      engine: "vllm",
      running: null,
      waiting: null,
      kvUse: null,
      prefixHitRatio: null,
      kvTokens: null,
      blockSize: null,
      adapters,
    });
    expect(
      picked(
        [
          { ...a, gauges: gauges([]) },
          { ...b, gauges: gauges(["x"]) },
        ],
        { adapter: "x" },
      ),
    ).toBe("b");
    expect(
      picked(
        [
          { ...a, costPerMillion: 2 },
          { ...b, costPerMillion: 1 },
        ],
        {},
      ),
    ).toBe("b");
    expect(
      picked(
        [
          { ...a, energyPerMillion: 2 },
          { ...b, energyPerMillion: 1 },
        ],
        {},
      ),
    ).toBe("b");
  });

  it("holds a request that an endpoint could only queue, unless it already failed elsewhere", () => {
    const full = endpointView({ running: 1, load: busy({ pendingTokens: 8_192, reservedTokens: 0 }) });
    const request = pickRequest({ promptTokens: 500 });
    expect(pickEndpoint(predictedProfile, [full], request)).toEqual({
      ok: false,
      removed: { healthy: 0, room: 0, hold: 1 },
    });
    expect(pickEndpoint(predictedProfile, [full], { ...request, again: true }).ok).toBe(true);
    const idle = endpointView({ running: 0, load: busy({ kvTokens: 100 }) });
    expect(pickEndpoint(predictedProfile, [idle], request).ok).toBe(true);
  });
});
