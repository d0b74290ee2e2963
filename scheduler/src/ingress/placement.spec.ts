import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWaitQueue } from "../admission/wait-queue.js";
import { endpointView } from "../endpoint-picker/picker.behaviour.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import { roomFilter } from "../endpoint-picker/filter-room/room.filter.js";
import { healthyFilter } from "../endpoint-picker/filter-healthy/healthy.filter.js";
import { createRoundRobinPicker } from "../endpoint-picker/picker-round-robin/round-robin.picker.js";
import { silentTelemetry } from "../kernel/telemetry.port.js";
import { Placement } from "./placement.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const scene = (endpoints: EndpointView[]) => {
  const queue = createWaitQueue(8);
  const log: string[] = [];
  const fleet = {
    view: (deployments: readonly string[]) =>
      endpoints.filter(({ deploymentId }) => deployments.includes(deploymentId)),
  };
  const profile = {
    name: "test",
    filters: [healthyFilter, roomFilter],
    scorers: [],
    picker: createRoundRobinPicker(),
  };
  const place = (name: string, deployments = ["d1"], deadlineMs = 1_000): Placement => {
    const placement = new Placement(
      { queue, fleet, profile, telemetry: silentTelemetry },
      {
        deployments,
        sequences: 1,
        deadlineMs,
        placed: ({ endpoint }) => log.push(`${name} on ${endpoint.endpointId}`) > 0,
        waiting: (delta) => log.push(`${name} waits ${delta}`),
        refused: ({ code }) => log.push(`${name} ${code}`),
      },
    );
    placement.start();
    return placement;
  };
  return { queue, log, place, endpoints };
};

const full = (over: Partial<EndpointView> = {}) => endpointView({ running: 4, ...over });

describe("placement", () => {
  it("takes a free endpoint at once", () => {
    const { place, log } = scene([endpointView()]);
    place("a");
    expect(log).toEqual(["a on e1"]);
  });

  it("does not overtake who waits, but uses an endpoint that nobody waits for", () => {
    const { place, log, endpoints } = scene([full(), endpointView({ endpointId: "e2", deploymentId: "d2" })]);
    place("a");
    endpoints[0] = endpointView({ running: 3 });
    place("b");
    place("c", ["d1", "d2"]);
    expect(log).toEqual(["a waits 1", "b waits 1", "c on e2"]);
  });

  it("refuses at the deadline, once, and leaves the line", () => {
    const { place, log, queue } = scene([full()]);
    place("a");
    vi.advanceTimersByTime(999);
    expect(log).toEqual(["a waits 1"]);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(["a waits 1", "a waits -1", "a pool.saturated"]);
    queue.wake("d1");
    vi.advanceTimersByTime(5_000);
    expect(log).toHaveLength(3);
  });

  it("says at the deadline that the servers are gone when they left meanwhile", () => {
    const { place, log, endpoints } = scene([full()]);
    place("a");
    endpoints[0] = full({ healthy: false });
    vi.advanceTimersByTime(1_000);
    expect(log.at(-1)).toBe("a endpoint.unavailable");
  });

  it("leaves the line when cancelled, and no deadline fires", () => {
    const { place, log } = scene([full()]);
    place("a").cancel();
    vi.advanceTimersByTime(5_000);
    expect(log).toEqual(["a waits 1", "a waits -1"]);
  });

  it("does not let anyone wait for servers that are all gone", () => {
    const { place, log } = scene([full({ healthy: false })]);
    place("a");
    place("b", ["unknown"]);
    expect(log).toEqual(["a endpoint.unavailable", "b endpoint.unavailable"]);
  });
});
