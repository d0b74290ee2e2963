import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EndpointView, EndpointWork, PickRequest } from "../fleet-view.js";
import { endpointView, pickRequest } from "../picker.behaviour.js";
import { predictedProfile } from "../predicted-profile.js";
import { chooseFor, heldKey, openEndpoints } from "./hold-rule.js";

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
const asks = (promptTokens: number, over = {}): PickRequest => pickRequest({ promptTokens, ...over });
const open = endpointView({ endpointId: "open", running: 1, load: load() });
const shut = endpointView({ endpointId: "shut", running: 1, load: load({ pendingTokens: 9_000 }) });

const NOTHING: EndpointWork = { promptTokens: 0, memoryTokens: 0 };

/** Where it goes now; `awaits` and an endpoint when it waits for that one. */
const chosen = (endpoints: EndpointView[], request: PickRequest, ahead: Record<string, EndpointWork> = {}) => {
  const openOnes = openEndpoints(predictedProfile, endpoints);
  const choice = chooseFor(predictedProfile, endpoints, openOnes, request, (id) => ahead[id] ?? NOTHING);
  if (choice === null) return null;
  return choice.ok ? choice.endpoint.endpointId : `awaits ${choice.awaits.endpointId}`;
};

describe("the hold rule", () => {
  it("orders the shortest first, until the other has waited twice the difference", () => {
    const keyOf = (tokens: number, waited = 0): number => heldKey(open, asks(tokens), waited);
    expect(keyOf(3_000, 3.9)).toBeGreaterThan(keyOf(1_000));
    expect(keyOf(3_000, 4.1)).toBeLessThan(keyOf(1_000));
  });

  it("orders by the wait for the own first token, whatever the prompt makes others wait", () => {
    const full = endpointView({ running: 1, load: load({ kvTokens: 100_000, reservedTokens: 90_000 }) });
    expect(heldKey(full, asks(3_000), 0)).toBe(heldKey(open, asks(3_000), 0));
  });

  it("lets nobody go where there is no room", () => {
    expect(chosen([shut], asks(10))).toBe("awaits shut");
    expect(chosen([], asks(10))).toBeNull();
  });

  it("lets a request wait for the endpoint that holds its prefix while that answers sooner, all before it included", () => {
    const cached = { tokensOn: (id: string) => (id === "shut" ? 19_999 : 0) };
    const request = asks(20_000, { cached });
    // 9 s of pending work and its own token there, 20 s here.
    const after = (promptTokens: number) => chosen([open, shut], request, { shut: { promptTokens, memoryTokens: 0 } });
    expect([0, 10_900, 11_100].map(after)).toEqual(["awaits shut", "awaits shut", "open"]);
  });

  it("takes those who wait for memory before it into the wait for that memory, and leaves it to them", () => {
    const roomy = (endpointId: string, over = {}) =>
      endpointView({ endpointId, running: 1, load: load({ kvTokens: 100_000, tokenSeconds: 0.1, ...over }) });
    const [a, b] = [roomy("a", { reservedTokens: 40_000 }), roomy("b", { reservedTokens: 45_000 })];
    const request = asks(10_000, { outputTokens: 100 });
    expect(chosen([a, b], request)).toBe("a");
    expect(chosen([a, b], request, { a: { promptTokens: 0, memoryTokens: 60_000 } })).toBe("b");
    expect(chosen([a], request, { a: { promptTokens: 0, memoryTokens: 60_000 } })).toBe("awaits a");
  });

  it("lets anybody go whenever an endpoint is idle and all are known to be equal", () => {
    fc.assert(
      fc.property(fc.nat({ max: 90_000 }), (tokens) => {
        const idle = endpointView({ endpointId: "idle", running: 0, load: load({ inFlight: 0 }) });
        expect(chosen([shut, idle], asks(tokens))).toBe("idle");
      }),
      { numRuns: 1_000 },
    );
  });
});
