import { describe, expect, it } from "vitest";
import { healthyFilter } from "./filter-healthy/healthy.filter.js";
import { roomFilter } from "./filter-room/room.filter.js";
import { pickEndpoint } from "./pick-endpoint.js";
import { leastRequestPicker } from "./picker-least-request/least-request.picker.js";
import { createBoundedHashPicker } from "./picker-bounded-hash/bounded-hash.picker.js";
import { createPowerOfTwoPicker } from "./picker-power-of-two/power-of-two.picker.js";
import { createRandomPicker } from "./picker-random/random.picker.js";
import { createRoundRobinPicker } from "./picker-round-robin/round-robin.picker.js";
import { endpointView, pickRequest, pickerBehaviour } from "./picker.behaviour.js";

/** A repeatable source: Lehmer's generator. */
const seeded = (): (() => number) => {
  let state = 42;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

pickerBehaviour("round-robin", createRoundRobinPicker);
pickerBehaviour("random", () => createRandomPicker(seeded()));
pickerBehaviour("least-request", () => leastRequestPicker);
pickerBehaviour("power-of-two", () => createPowerOfTwoPicker(seeded()));
pickerBehaviour("bounded-hash", () => createBoundedHashPicker(1.25, seeded()));

describe("pickEndpoint", () => {
  const profile = () => ({
    name: "default",
    filters: [healthyFilter, roomFilter],
    scorers: [],
    picker: createRoundRobinPicker(),
  });
  const picked = (result: ReturnType<typeof pickEndpoint>) => (result.ok ? result.endpoint.endpointId : result.removed);

  it("goes round", () => {
    const endpoints = ["a", "b", "c"].map((endpointId) => endpointView({ endpointId }));
    const one = profile();
    const order = [1, 2, 3, 4].map(() => picked(pickEndpoint(one, endpoints, pickRequest())));
    expect(order).toEqual(["a", "b", "c", "a"]);
  });

  it("says what took every endpoint out", () => {
    const endpoints = [
      endpointView({ endpointId: "sick", healthy: false }),
      endpointView({ endpointId: "full", running: 4 }),
      endpointView({ endpointId: "failed" }),
    ];
    expect(picked(pickEndpoint(profile(), endpoints, pickRequest({ excluded: ["failed"] })))).toEqual({
      healthy: 1,
      room: 1,
    });
  });

  it("counts the sequences of n, and lets an oversized request have an empty endpoint", () => {
    const busy = endpointView({ running: 2 });
    expect(pickEndpoint(profile(), [busy], pickRequest({ sequences: 3 })).ok).toBe(false);
    expect(pickEndpoint(profile(), [busy], pickRequest({ sequences: 2 })).ok).toBe(true);
    expect(pickEndpoint(profile(), [endpointView()], pickRequest({ sequences: 64 })).ok).toBe(true);
  });

  it("prefers the least loaded when told to", () => {
    const endpoints = [endpointView({ endpointId: "a", running: 3 }), endpointView({ endpointId: "b", running: 1 })];
    expect(picked(pickEndpoint({ ...profile(), picker: leastRequestPicker }, endpoints, pickRequest()))).toBe("b");
  });
});
