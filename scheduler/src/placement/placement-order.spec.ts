import { expect, it } from "vitest";
import { aDeployment, aScene } from "../../../test/builders/inference-scene.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import { endpointView } from "../endpoint-picker/picker.behaviour.js";
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
  const endpoints = [busy];
  const fleet = { view: () => endpoints };
  const queue = createPlacementQueue(fleet, { maxWaitingRequests: 1_000, maxWaitingBytes: 1_000 }, clock);
  queue.follow(aScene([], { deployments: [aDeployment({ id: "d1" })] }));
  const place = (name: string, promptTokens: number): void =>
    new Placement(
      {
        queue,
        fleet,
        profile: predictedProfile,
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
    ).start();
  const free = (over: Partial<EndpointView> = {}): void => {
    endpoints[0] = loaded(0, over);
    queue.wake("d1");
  };
  return { log, place, free };
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

it("lets one go that fits while a longer one waits for memory", () => {
  const { log, place, free } = scene(loaded(9_000));
  place("too long for now", 60_000);
  place("fits", 1_000);
  free();
  expect(log).toEqual(["fits"]);
  free({ running: 0 });
  expect(log).toEqual(["fits", "too long for now"]);
});

it("keeps the order of arrival among equals, and looks at the first 64 only", () => {
  const { log, place, free } = scene(loaded(9_000));
  for (let number = 0; number < 64; number += 1) place(`equal ${number}`, 500);
  place("shortest, but the 65th", 1);
  free();
  free();
  expect(log).toEqual(["equal 0", "shortest, but the 65th"]);
});
