import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aDeployment, aScene } from "../../../test/builders/inference-scene.js";
import { endpointView } from "../endpoint-picker/picker.behaviour.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import type { EndpointPicker } from "../endpoint-picker/picker.port.js";
import { roomFilter } from "../endpoint-picker/filter-room/room.filter.js";
import { Awaited } from "../endpoint-picker/hold-rule/awaited.js";
import { healthyFilter } from "../endpoint-picker/filter-healthy/healthy.filter.js";
import { silentTelemetry } from "../kernel/telemetry.port.js";
import { createPlacementQueue } from "./placement-queue.js";
import { Placement } from "./placement.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const profile = { alphaSeconds: 0, betaSeconds: 1, prefillSecondsPerToken: 0, referenceBatch: 1, maxSequences: 4 };

/** One after the other, whatever runs there. */
const inTurn = (): EndpointPicker => {
  let turn = 0;
  return { name: "in-turn", pick: (candidates) => candidates[turn++ % candidates.length] ?? never() };
};
const never = (): never => {
  throw new Error("no candidate");
};

const clock = { monotonic: () => Date.now() };

const scene = (endpoints: EndpointView[]) => {
  const log: string[] = [];
  const fleet = {
    view: (deployments: readonly string[]) =>
      endpoints.filter(({ deploymentId }) => deployments.includes(deploymentId)),
  };
  const queue = createPlacementQueue(fleet, { maxWaitingRequests: 100, maxWaitingBytes: 100 }, clock);
  const deployments = ["d1", "d2"].map((id) => aDeployment({ id, gpusPerReplica: 4, profile }));
  queue.follow(aScene([], { deployments }));
  const picking = {
    name: "test",
    filters: [healthyFilter, roomFilter],
    scorers: [],
    picker: inTurn(),
  };
  const place = (name: string, among = ["d1"], order: string[][] | null = null): Placement => {
    const placement = new Placement(
      {
        queue,
        fleet,
        profile: picking,
        awaited: new Awaited(),
        telemetry: silentTelemetry,
        clock,
        estimates: { estimate: () => 1, rendered: () => 1 },
        waiting: { joined: () => log.push(`${name} waits 1`), left: () => log.push(`${name} waits -1`) },
      },
      {
        decisionId: name,
        caller: {
          application: { id: "application", slug: "application" },
          useCase: { id: "use-case", serviceClass: "interactive" },
        },
        candidate: { deployments: among.map((id) => aDeployment({ id })), order },
        size: { bodyBytes: 1, bounds: {}, sequences: 1 },
        bytes: 1,
        stay: { asked: (_deploymentId, excluded, again) => ({ sequences: 1, excluded, again }) },
        throttled: null,
        activity: { waiting: () => undefined },
      },
      {
        placed: ({ endpoint }) => log.push(`${name} on ${endpoint.endpointId}`) > 0,
        cuttable: () => false,
        cut: () => undefined,
        refused: ({ code, details }) => {
          const reason = details?.["reason"];
          log.push([name, code, ...(typeof reason === "string" ? [reason] : [])].join(" "));
        },
      },
    );
    placement.start();
    return placement;
  };
  return { queue, log, place, endpoints };
};

const full = (over: Partial<EndpointView> = {}) => endpointView({ running: 4, ...over });
const DEADLINE_MS = 5_000;

describe("placement", () => {
  it("takes a free endpoint at once", () => {
    const { place, log } = scene([endpointView()]);
    expect(place("a").standing).toBeNull();
    expect(log).toEqual(["a on e1"]);
  });

  it("serves in turn when a place is announced, and tells who waits its position", () => {
    const { place, log, endpoints, queue } = scene([full(), full({ endpointId: "e2", deploymentId: "d2" })]);
    place("a");
    expect(place("b").standing).toMatchObject({ position: 2, predictedWaitMs: 500 });
    endpoints[1] = endpointView({ endpointId: "e2", deploymentId: "d2" });
    place("c", ["d1", "d2"]);
    endpoints[0] = endpointView({ running: 3 });
    queue.wake("d1");
    expect(log).toEqual(["a waits 1", "b waits 1", "c on e2", "a waits -1", "a on e1", "b waits -1", "b on e1"]);
  });

  it("refuses at the deadline of its class, once, and leaves the line", () => {
    const { place, log, queue } = scene([full()]);
    place("a");
    vi.advanceTimersByTime(DEADLINE_MS - 1);
    expect(log).toEqual(["a waits 1"]);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(["a waits 1", "a waits -1", "a pool.saturated deadline_passed"]);
    queue.wake("d1");
    vi.advanceTimersByTime(DEADLINE_MS);
    expect(log).toHaveLength(3);
    expect(queue.length("d1")).toBe(0);
  });

  it("says at the deadline that the servers are gone when they left meanwhile", () => {
    const { place, log, endpoints } = scene([full()]);
    place("a");
    endpoints[0] = full({ healthy: false });
    vi.advanceTimersByTime(DEADLINE_MS);
    expect(log.at(-1)).toBe("a endpoint.unavailable");
  });

  it("leaves the line when cancelled, and no deadline fires", () => {
    const { place, log, queue } = scene([full()]);
    place("a").cancel();
    vi.advanceTimersByTime(DEADLINE_MS);
    expect(log).toEqual(["a waits 1", "a waits -1"]);
    expect(queue.length("d1")).toBe(0);
  });

  it("does not let anyone wait for servers that are all gone", () => {
    const { place, log, queue } = scene([full({ healthy: false })]);
    place("a");
    place("b", ["unknown"]);
    expect(log).toEqual(["a endpoint.unavailable", "b endpoint.unavailable"]);
    expect(queue.length("d1")).toBe(0);
  });

  it("keeps no more waiting than is served in time, and names why it lets nobody in", () => {
    const { place, log } = scene([full()]);
    // One request takes 1 of 4 GPUs for a second; 20 of them are served in 5 seconds, after which the next can begin.
    for (let each = 1; each <= 21; each += 1) place(String(each));
    expect(log.at(-1)).toBe("21 waits 1");
    place("22");
    expect(log.at(-1)).toBe("22 pool.saturated share_of_queue_full");
  });

  it("goes to the pools that a rule prefers while they have room, and to the others then", () => {
    const endpoints = [
      endpointView({ endpointId: "e1", deploymentId: "d1", poolId: "first" }),
      endpointView({ endpointId: "e2", deploymentId: "d2", poolId: "second" }),
    ];
    const { place, log } = scene(endpoints);
    const order = [["d2"], ["d1"]];
    for (const name of ["a", "b", "c"]) place(name, ["d2", "d1"], order);
    expect(log).toEqual(["a on e2", "b on e2", "c on e2"]);
    endpoints[1] = full({ endpointId: "e2", deploymentId: "d2", poolId: "second" });
    const placement = place("d", ["d2", "d1"], order);
    expect(log.at(-1)).toBe("d on e1");
    endpoints[1] = endpointView({ endpointId: "e2", deploymentId: "d2", poolId: "second" });
    expect(placement.elsewhere([])?.endpoint.endpointId).toBe("e2");
    expect(placement.elsewhere(["e2"])?.endpoint.endpointId).toBe("e1");
  });

  it("spreads over all of them where no rule prefers any", () => {
    const { place, log } = scene([
      endpointView({ endpointId: "e1", deploymentId: "d1" }),
      endpointView({ endpointId: "e2", deploymentId: "d2" }),
    ]);
    for (const name of ["a", "b"]) place(name, ["d2", "d1"]);
    expect(log.map((line) => line.slice(-2)).toSorted()).toEqual(["e1", "e2"]);
  });
});
