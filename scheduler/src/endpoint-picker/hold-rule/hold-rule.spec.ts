import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointView } from "../fleet-view.js";
import { endpointView, pickRequest } from "../picker.behaviour.js";
import { predictedProfile } from "../predicted-profile.js";
import { chooseFor, heldKey, openEndpoints } from "./hold-rule.js";
import type { Held } from "./hold-rule.js";

const load = (over = {}) => ({
  pendingTokens: 0,
  inFlight: 1,
  reservedTokens: 0,
  decodingTokens: 0,
  kvTokens: null,
  step: { alphaSeconds: 0, betaSeconds: 0, prefillSecondsPerToken: 0.001 },
  tokenSeconds: 0,
  ...over,
});
const held = (promptTokens: number, waitedSeconds = 0, over = {}) => ({
  request: pickRequest({ promptTokens, ...over }),
  waitedSeconds,
});
const open = endpointView({ endpointId: "open", running: 1, load: load() });
const shut = endpointView({ endpointId: "shut", running: 1, load: load({ pendingTokens: 9_000 }) });

const chosen = (endpoints: EndpointView[], request: Held) =>
  chooseFor(predictedProfile, endpoints, openEndpoints(predictedProfile, endpoints), request);

describe("the hold rule", () => {
  it("orders the shortest first, until the other has waited twice the difference", () => {
    const keyOf = (request: Held): number => {
      const choice = chosen([open], request);
      if (choice === null) throw new Error("it has room");
      return heldKey(choice, request.waitedSeconds);
    };
    expect(keyOf(held(3_000, 3.9))).toBeGreaterThan(keyOf(held(1_000)));
    expect(keyOf(held(3_000, 4.1))).toBeLessThan(keyOf(held(1_000)));
  });

  it("lets nobody go where there is no room", () => {
    expect(chosen([shut], held(10))).toBeNull();
    expect(chosen([], held(10))).toBeNull();
  });

  it("lets a request wait for the endpoint that holds its prefix, the less the longer it has waited", () => {
    const cached = { tokensOn: (id: string) => (id === "shut" ? 19_999 : 0) };
    expect(chosen([open, shut], held(20_000, 0, { cached }))).toBeNull();
    expect(chosen([open, shut], held(20_000, 40, { cached }))?.endpoint.endpointId).toBe("open");
    // 9 s there instead of 20 here: for 11 s it waits.
    expect(chosen([open, shut], held(20_000, 10.9, { cached }))).toBeNull();
    expect(chosen([open, shut], held(20_000, 11.1, { cached }))?.endpoint.endpointId).toBe("open");
  });

  it("lets anybody go whenever an endpoint is idle and all are known to be equal", () => {
    const lengths = fc.record({ tokens: fc.nat({ max: 90_000 }), waited: fc.nat({ max: 60 }) });
    fc.assert(
      fc.property(lengths, ({ tokens, waited }) => {
        const idle = endpointView({ endpointId: "idle", running: 0, load: load({ inFlight: 0 }) });
        expect(chosen([shut, idle], held(tokens, waited))?.endpoint.endpointId).toBe("idle");
      }),
      { numRuns: 1_000 },
    );
  });
});
