import { describe, expect, it } from "vitest";
import { healthyFilter } from "./filter-healthy/healthy.filter.js";
import { roomFilter } from "./filter-room/room.filter.js";
import { pickEndpoint } from "./pick-endpoint.js";
import { shortestPicker } from "./picker-shortest/shortest.picker.js";
import { endpointView, pickRequest } from "./picker.behaviour.js";

describe("pickEndpoint", () => {
  const profile = { name: "default", filters: [healthyFilter, roomFilter], scorers: [], picker: shortestPicker };
  const picked = (result: ReturnType<typeof pickEndpoint>) => (result.ok ? result.endpoint.endpointId : result.removed);

  it("says what took every endpoint out", () => {
    const endpoints = [
      endpointView({ endpointId: "sick", healthy: false }),
      endpointView({ endpointId: "full", running: 4 }),
      endpointView({ endpointId: "failed" }),
    ];
    expect(picked(pickEndpoint(profile, endpoints, pickRequest({ excluded: ["failed"] })))).toEqual({
      healthy: 1,
      room: 1,
    });
  });

  it("counts the sequences of n, and lets an oversized request have an empty endpoint", () => {
    const busy = endpointView({ running: 2 });
    expect(pickEndpoint(profile, [busy], pickRequest({ sequences: 3 })).ok).toBe(false);
    expect(pickEndpoint(profile, [busy], pickRequest({ sequences: 2 })).ok).toBe(true);
    expect(pickEndpoint(profile, [endpointView()], pickRequest({ sequences: 64 })).ok).toBe(true);
  });

  it("prefers the least loaded of equals", () => {
    const endpoints = [endpointView({ endpointId: "a", running: 3 }), endpointView({ endpointId: "b", running: 1 })];
    expect(picked(pickEndpoint(profile, endpoints, pickRequest()))).toBe("b");
  });
});
