import { createFairQueues } from "../admission/fair-share/queue/fair-queues.js";
import type { FairQueues, WaitingLimits } from "../admission/fair-share/queue/fair-queues.port.js";
import { afterwards } from "../fleet/fleet-senses.js";
import type { Fleet } from "../fleet/fleet.js";
import type { Clock } from "../kernel/clock.js";
import type { Placed } from "./placed.js";

/** The fair queue over the endpoints of a fleet. */
export const createPlacementQueue = (
  fleet: Pick<Fleet, "view">,
  limits: WaitingLimits,
  clock: Pick<Clock, "monotonic">,
): FairQueues<Placed> =>
  createFairQueues<Placed>({
    limits,
    now: () => clock.monotonic(),
    roomOf(deploymentId) {
      let endpoints = 0;
      let sequences = 0;
      let running = 0;
      let free = 0;
      for (const view of fleet.view([deploymentId])) {
        running += view.running;
        if (!view.healthy) continue;
        endpoints += 1;
        sequences += view.maxSequences;
        free = Math.max(free, view.maxSequences - view.running);
      }
      return { endpoints, sequences, running, free };
    },
    after: afterwards,
  });
