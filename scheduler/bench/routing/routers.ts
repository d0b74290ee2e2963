import type { SharedSnapshot } from "../../src/admission/fair-share/queue/fair-queues.port.js";
import type { PickRequest } from "../../src/endpoint-picker/fleet-view.js";
import type { PickProfile } from "../../src/endpoint-picker/picker.port.js";
import type { Fleet } from "../../src/fleet/fleet.js";
import type { Placement } from "../../src/placement/placement.js";
import type { Parts } from "./parts.ts";
import { APPLICATION, DEPLOYMENT, REGISTRY } from "./scene.ts";

/** A request as a router sees it. */
export interface Traveller {
  /** What may be known of it now. */
  asked(): PickRequest;
  sent(endpointId: string, asked: PickRequest): void;
  refused(): void;
}

/** Decides when a request leaves the scheduler, and to which endpoint. */
export interface Router {
  arrive(id: string, traveller: Traveller): void;
  /** Where a request goes whose endpoint failed it; `null`: nowhere. */
  again(id: string, asked: PickRequest): { readonly endpointId: string; readonly request: PickRequest } | null;
  /** It no longer runs on its endpoint; told before the fleet announces the room. */
  vacated(id: string): void;
  ended(id: string): void;
}

interface Ground {
  readonly parts: Parts;
  readonly fleet: Fleet;
  readonly profile: PickProfile;
  readonly clock: { now(): number };
}

/** Others' way: sent on arrival, whatever the endpoints have to do already. */
export function immediateRouter({ parts, fleet, profile }: Ground): Router {
  const choose = (request: PickRequest): { endpointId: string; request: PickRequest } | null => {
    const result = parts.pickEndpoint(profile, fleet.view([DEPLOYMENT]), request);
    return result.ok ? { endpointId: result.endpoint.endpointId, request } : null;
  };
  return {
    arrive(_id, traveller) {
      const choice = choose(traveller.asked());
      if (choice === null) traveller.refused();
      else traveller.sent(choice.endpointId, choice.request);
    },
    again: (_id, asked) => choose(asked),
    vacated: () => {},
    ended: () => {},
  };
}

/** Nobody is turned away for want of memory: what is compared is where requests go. */
const NO_LIMIT = { maxWaitingRequests: Infinity, maxWaitingBytes: Infinity };

/** What ships: the fair queue and the placement of the scheduler, for one application of one ministry. */
export function heldRouter({ parts, fleet, profile, clock }: Ground): Router {
  const monotonic = { monotonic: () => clock.now() };
  const queue = parts.createPlacementQueue(fleet, NO_LIMIT, monotonic);
  queue.follow(REGISTRY satisfies SharedSnapshot);
  fleet.onRoom((deploymentId) => queue.wake(deploymentId));
  fleet.onEjected(({ deployment }) => queue.wake(deployment.id));
  const placements = new Map<string, Placement>();
  const placed = {
    fleet,
    queue,
    profile,
    awaited: new parts.Awaited(),
    telemetry: parts.silentTelemetry,
    clock: monotonic,
    estimates: { estimate: () => 1, rendered: () => 1 },
    waiting: { joined: () => {}, left: () => {} },
  };
  return {
    arrive(id, traveller) {
      const seeker = {
        decisionId: id,
        caller: {
          application: { id: APPLICATION, slug: APPLICATION },
          useCase: { id: "", serviceClass: "standard" as const },
        },
        candidate: { deployments: REGISTRY.deployments, order: null },
        size: { bodyBytes: 0, bounds: {}, sequences: 1 },
        bytes: 0,
        stay: {
          asked: (_deploymentId: string, excluded: readonly string[], again: boolean) => ({
            ...traveller.asked(),
            excluded,
            again,
          }),
        },
        throttled: null,
        activity: { waiting: () => {} },
      };
      const placement = new parts.Placement(placed, seeker, {
        placed({ endpoint, request }) {
          traveller.sent(endpoint.endpointId, request);
          return true;
        },
        cuttable: () => false,
        cut: () => {},
        refused: () => traveller.refused(),
      });
      placements.set(id, placement);
      placement.start();
    },
    again(id, { excluded }) {
      const placement = placements.get(id);
      const choice = placement?.elsewhere(excluded ?? []) ?? null;
      if (placement === undefined || choice === null) return null;
      placement.move(choice);
      return { endpointId: choice.endpoint.endpointId, request: choice.request };
    },
    vacated: (id) => placements.get(id)?.vacate(),
    ended(id) {
      placements.get(id)?.settle(1);
      placements.delete(id);
    },
  };
}
