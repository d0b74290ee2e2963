import { expect, it } from "vitest";
import { aDeployment, aScene } from "../../../test/builders/inference-scene.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import { endpointView } from "../endpoint-picker/picker.behaviour.js";
import { Awaited } from "../endpoint-picker/hold-rule/awaited.js";
import { predictedProfile } from "../endpoint-picker/predicted-profile.js";
import { silentTelemetry } from "../kernel/telemetry.port.js";
import { createPlacementQueue } from "./placement-queue.js";
import { Placement } from "./placement.js";

const loaded = (pendingTokens: number, over: Partial<EndpointView> = {}): EndpointView =>
  endpointView({
    running: 1,
    maxSequences: 64,
    load: {
      pendingTokens,
      inFlight: 1,
      reservedTokens: 0,
      decodingTokens: 0,
      kvTokens: 50_000,
      step: { alphaSeconds: 0.01, betaSeconds: 0, prefillSecondsPerToken: 0.0001 },
      tokenSeconds: 0.02,
    },
    ...over,
  });

const clock = { monotonic: () => 0 };

const scene = (busy: EndpointView) => {
  const log: string[] = [];
  const awaited = new Awaited();
  const endpoints = [busy];
  const fleet = { view: () => endpoints };
  const queue = createPlacementQueue(fleet, { maxWaitingRequests: 1_000, maxWaitingBytes: 1_000 }, clock);
  queue.follow(aScene([], { deployments: [aDeployment({ id: "d1" })] }));
  const place = (name: string, promptTokens: number): Placement => {
    const placement = new Placement(
      {
        queue,
        fleet,
        profile: predictedProfile,
        awaited,
        telemetry: silentTelemetry,
        clock,
        estimates: { estimate: () => 1, rendered: () => 1 },
        waiting: { joined: () => undefined, left: () => undefined },
      },
      {
        decisionId: name,
        caller: {
          application: { id: "application", slug: "application" },
          useCase: { id: "use-case", serviceClass: "interactive" },
        },
        candidate: { deployments: [aDeployment({ id: "d1" })], order: null },
        size: { bodyBytes: 1, bounds: {}, sequences: 1 },
        bytes: 1,
        stay: {
          asked: (_deploymentId, excluded, again) => ({
            sequences: 1,
            excluded,
            again,
            promptTokens,
            outputTokens: 10,
          }),
        },
        throttled: null,
        activity: { waiting: () => undefined },
      },
      {
        placed: ({ endpoint }) => {
          log.push(name);
          // It is on the endpoint now, which has no room before its prompt is computed.
          endpoints[0] = loaded(9_000, { endpointId: endpoint.endpointId });
          return true;
        },
        cuttable: () => false,
        cut: () => undefined,
        refused: ({ code }) => log.push(`${name} ${code}`),
      },
    );
    placement.start();
    return placement;
  };
  const free = (over: Partial<EndpointView> = {}): void => {
    endpoints[0] = loaded(0, over);
    queue.wake("d1");
  };
  return { log, place, free, awaited };
};

it("holds requests until an endpoint has room for a prompt, then lets the shortest of an application go first", () => {
  const { log, place, free } = scene(loaded(9_000));
  place("long", 40_000);
  place("short", 1_000);
  place("middle", 8_000);
  expect(log).toEqual([]);
  free();
  free();
  free();
  expect(log).toEqual(["short", "middle", "long"]);
});

it("leaves memory to who waits for it first", () => {
  const { log, place, free } = scene(loaded(9_000));
  place("longer than the memory", 60_000);
  place("would fit", 1_000);
  free();
  expect(log).toEqual([]);
  free({ running: 0 });
  free({ running: 0 });
  expect(log).toEqual(["would fit", "longer than the memory"]);
});

it("is awaited where it waits, until it goes or gives up", () => {
  const { log, place, free, awaited } = scene(loaded(9_000));
  const ahead = () => awaited.aheadOf("application", null, "e1");
  const [first] = [place("first", 1_000), place("second", 500)];
  expect(ahead()).toEqual({ promptTokens: 1_500, memoryTokens: 1_520 });
  first.cancel();
  expect(ahead()).toEqual({ promptTokens: 500, memoryTokens: 510 });
  free();
  expect(log).toEqual(["second"]);
  expect(ahead()).toEqual({ promptTokens: 0, memoryTokens: 0 });
});

it("keeps the order of arrival among equals, and looks at the first 64 only", () => {
  const { log, place, free } = scene(loaded(9_000));
  for (let number = 0; number < 64; number += 1) place(`equal ${number}`, 500);
  place("shortest, but the 65th", 1);
  free();
  free();
  expect(log).toEqual(["equal 0", "shortest, but the 65th"]);
});
