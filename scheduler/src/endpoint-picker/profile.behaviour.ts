import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointView, PickRequest } from "./fleet-view.js";
import { pickEndpoint } from "./pick-endpoint.js";
import { endpointView } from "./picker.behaviour.js";
import type { PickProfile } from "./picker.port.js";

const load = fc.record({
  pendingTokens: fc.nat({ max: 20_000 }),
  inFlight: fc.nat({ max: 50 }),
  reservedTokens: fc.nat({ max: 300_000 }),
  decodingTokens: fc.nat({ max: 100_000 }),
  kvTokens: fc.option(fc.integer({ min: 1, max: 300_000 })),
  step: fc.constant({ alphaSeconds: 0.01, betaSeconds: 0.0001, prefillSecondsPerToken: 0.0001 }),
  tokenSeconds: fc.constant(0.02),
});

const endpoints: fc.Arbitrary<EndpointView[]> = fc
  .array(
    fc.record({
      healthy: fc.boolean(),
      running: fc.nat({ max: 6 }),
      warmth: fc.double({ min: 0.1, max: 1, noNaN: true }),
      load,
    }),
    { maxLength: 9 },
  )
  .map((items) => items.map((item, index) => endpointView({ endpointId: `e${index}`, ...item })));

const requests: fc.Arbitrary<PickRequest> = fc.record({
  sequences: fc.integer({ min: 1, max: 8 }),
  excluded: fc.subarray(["e0", "e1", "e2"]),
  again: fc.boolean(),
  promptTokens: fc.nat({ max: 100_000 }),
  outputTokens: fc.nat({ max: 2_000 }),
  blocks: fc.array(fc.nat({ max: 5 }), { maxLength: 5 }),
  cached: fc.nat({ max: 50_000 }).map((tokens) => ({ tokensOn: (id: string) => (id === "e1" ? tokens : 0) })),
});

/** What every profile keeps, whatever it prefers. */
export const profileBehaviour = (profile: PickProfile): void => {
  describe(`profile ${profile.name}`, () => {
    it("never picks an endpoint that is ejected, already failed or has no room, and refuses only without one", () => {
      fc.assert(
        fc.property(endpoints, requests, (views, request) => {
          const holds = request.again === true ? [] : (profile.holds ?? []);
          const may = views.filter(
            (view) =>
              view.healthy &&
              !request.excluded.includes(view.endpointId) &&
              holds.every((filter) => filter.keep(view, request)),
          );
          const result = pickEndpoint(profile, views, request);
          expect(result.ok).toBe(may.length > 0);
          if (result.ok) expect(may).toContain(result.endpoint);
          else
            expect(Object.values(result.removed).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
              views.length,
            );
        }),
        { numRuns: 1_000 },
      );
    });
  });
};
