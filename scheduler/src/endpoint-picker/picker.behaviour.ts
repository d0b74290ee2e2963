import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointView, PickRequest } from "./fleet-view.js";
import { pickEndpoint } from "./pick-endpoint.js";
import type { EndpointPicker, ScoredEndpoint } from "./picker.port.js";

export const endpointView = (over: Partial<EndpointView> = {}): EndpointView => ({
  endpointId: "e1",
  deploymentId: "d1",
  poolId: "p1",
  healthy: true,
  running: 0,
  maxSequences: 4,
  ...over,
});

export const pickRequest = (over: Partial<PickRequest> = {}): PickRequest => ({ sequences: 1, excluded: [], ...over });

const candidates: fc.Arbitrary<ScoredEndpoint[]> = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 3 }), running: fc.nat({ max: 8 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((items) =>
    items.map(({ score, running }, index) => ({ score, endpoint: endpointView({ endpointId: `e${index}`, running }) })),
  );

/** What every picker keeps, whatever its preference. */
export const pickerBehaviour = (name: string, create: () => EndpointPicker): void => {
  describe(`picker ${name}`, () => {
    it("answers one of the candidates, and one with the best score", () => {
      fc.assert(
        fc.property(candidates, (given) => {
          const chosen = create().pick(given, pickRequest());
          expect(given).toContain(chosen);
          expect(chosen.score).toBe(Math.max(...given.map(({ score }) => score)));
        }),
      );
    });

    it("changes neither the candidates nor their order", () => {
      fc.assert(
        fc.property(candidates, (given) => {
          const before = structuredClone(given);
          create().pick(given, pickRequest());
          expect(given).toEqual(before);
        }),
      );
    });

    it("leaves none of equal endpoints without work over many picks that end where they began", () => {
      const picker = create();
      const running = new Map([
        ["a", 0],
        ["b", 0],
        ["c", 0],
      ]);
      const profile = { name, filters: [], scorers: [], picker };
      for (let turn = 0; turn < 120; turn += 1) {
        const views = [...running].map(([endpointId, count]) =>
          endpointView({ endpointId, running: count, maxSequences: 999 }),
        );
        const result = pickEndpoint(profile, views, pickRequest());
        if (!result.ok) throw new Error("unexpected");
        running.set(result.endpoint.endpointId, (running.get(result.endpoint.endpointId) ?? 0) + 1);
      }
      expect(Math.min(...running.values())).toBeGreaterThan(0);
    });
  });
};
