import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointView, pickRequest } from "../picker.behaviour.js";
import { predictedProfile } from "../predicted-profile.js";
import { chooseHeld, HELD_WINDOW } from "./choose-held.js";

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

describe("chooseHeld", () => {
  it("lets the shortest go first, until the other has waited twice the difference", () => {
    const short = held(1_000);
    expect(chooseHeld(predictedProfile, [open], [held(3_000, 3.9), short])?.held).toBe(short);
    const aged = held(3_000, 4.1);
    expect(chooseHeld(predictedProfile, [open], [aged, short])?.held).toBe(aged);
  });

  it("keeps the order of arrival among equals, and looks at the first 64 only", () => {
    const line = Array.from({ length: HELD_WINDOW + 1 }, (_, index) => held(index === HELD_WINDOW ? 1 : 500));
    expect(chooseHeld(predictedProfile, [open], line)?.held).toBe(line[0]);
  });

  it("lets nobody go where there is no room", () => {
    expect(chooseHeld(predictedProfile, [shut], [held(10)])).toBeNull();
    expect(chooseHeld(predictedProfile, [], [held(10)])).toBeNull();
  });

  it("lets a request wait for the endpoint that holds its prefix, the less the longer it has waited", () => {
    const cached = { tokensOn: (id: string) => (id === "shut" ? 19_999 : 0) };
    expect(chooseHeld(predictedProfile, [open, shut], [held(20_000, 0, { cached })])).toBeNull();
    const tired = chooseHeld(predictedProfile, [open, shut], [held(20_000, 40, { cached })]);
    expect(tired?.choice.endpoint.endpointId).toBe("open");
  });

  it("answers somebody whenever an endpoint is idle and all are known to be equal", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ tokens: fc.nat({ max: 90_000 }), waited: fc.nat({ max: 60 }) }), {
          minLength: 1,
          maxLength: 80,
        }),
        (line) => {
          const idle = endpointView({ endpointId: "idle", running: 0, load: load({ inFlight: 0 }) });
          const chosen = chooseHeld(
            predictedProfile,
            [shut, idle],
            line.map(({ tokens, waited }) => held(tokens, waited)),
          );
          expect(chosen?.choice.endpoint.endpointId).toBe("idle");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
