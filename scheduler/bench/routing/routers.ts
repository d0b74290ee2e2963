import type { SharedSnapshot } from "../../src/admission/fair-share/queue/fair-queues.port.js";
import type { Grant } from "../../src/admission/fair-share/queue/waiter.js";
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

interface Placing {
  readonly placement: Placement;
  readonly excluded: string[];
  grant: Grant | null;
}

/** What ships: the fair queue and the placement of the scheduler, for one application of one ministry. */
export function heldRouter({ parts, fleet, profile, clock }: Ground): Router {
  const monotonic = { monotonic: () => clock.now() };
  const queue = parts.createPlacementQueue(fleet, NO_LIMIT, monotonic);
  queue.follow(REGISTRY satisfies SharedSnapshot);
  fleet.onRoom((deploymentId) => queue.wake(deploymentId));
  fleet.onEjected(({ deployment }) => queue.wake(deployment.id));
  const placings = new Map<string, Placing>();
  const placed = { fleet, queue, profile, telemetry: parts.silentTelemetry, clock: monotonic };
  return {
    arrive(id, traveller) {
      const placing: Placing = {
        grant: null,
        excluded: [],
        placement: new parts.Placement(placed, {
          leafId: APPLICATION,
          serviceClass: "standard",
          deployments: [DEPLOYMENT],
          sequences: 1,
          bytes: 0,
          order: null,
          estimate: () => 1,
          asked: (_deployments, excluded, again) => ({ ...traveller.asked(), excluded, again }),
          placed({ endpoint, request }, grant) {
            placing.grant = grant;
            traveller.sent(endpoint.endpointId, request);
            return true;
          },
          waiting: () => {},
          allowed: (among) => among,
          heldBack: () => null,
          cuttable: () => false,
          cut: () => {},
          refused: () => traveller.refused(),
        }),
      };
      placings.set(id, placing);
      placing.placement.start();
    },
    again(id, { excluded }) {
      const placing = placings.get(id);
      if (placing?.grant == null) return null;
      const choice = placing.placement.choose([DEPLOYMENT], excluded, true);
      if (choice === null) return null;
      placing.grant = placing.placement.move(placing.grant, choice);
      return { endpointId: choice.endpoint.endpointId, request: choice.request };
    },
    vacated(id) {
      const grant = placings.get(id)?.grant;
      if (grant != null) queue.vacate(grant);
    },
    ended(id) {
      const grant = placings.get(id)?.grant;
      if (grant != null) queue.settle(grant, 1);
      placings.delete(id);
    },
  };
}
