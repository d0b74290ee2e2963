import { SERVICE_CLASSES } from "@socle/contracts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applicationOf, SEQUENCES, stateScene, STATE_WEIGHTS } from "../../../../../test/builders/state-scene.js";
import type { Ministry } from "../../../../../test/builders/state-scene.js";
import { createFairQueues } from "./fair-queues.js";
import { paceOf } from "./ticket.js";
import type { Waiter } from "./waiter.js";

interface Place {
  readonly endpoint: { readonly deploymentId: string };
}
/** One that waits, as the test counts it. */
interface Waiting {
  readonly path: readonly string[];
  readonly pace: number;
}

const ministries = Object.keys(STATE_WEIGHTS) as Ministry[];
const arrival = fc.record({
  ministry: fc.constantFrom(...ministries),
  direction: fc.constantFrom("1", "2"),
  serviceClass: fc.constantFrom(...SERVICE_CLASSES),
  estimate: fc.double({ min: 0.01, max: 4, noNaN: true }),
  times: fc.integer({ min: 1, max: 60 }),
});

/** What is before the last of some, if all are alike. */
const beforeLast = (all: readonly Waiting[]): number =>
  all.reduce((sum, { pace }) => sum + pace, 0) * (1 - 1 / Math.max(1, all.length));

it("turns nobody away on whose path a node is within its right, and keeps no more than is served in time", () => {
  let away = 0;
  const arrivals = fc.array(arrival, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0.5, 1), (given, gpus, gpusPerUnit) => {
      const sequences = gpus * SEQUENCES;
      const rights = new Map<string, number>(
        ministries.map((id) => [id, Math.min(gpus, STATE_WEIGHTS[id] * Math.min(gpusPerUnit, gpus / 6))]),
      );
      const queues = createFairQueues<Place>({
        limits: { maxWaitingRequests: 1e6, maxWaitingBytes: 0 },
        now: () => 0,
        roomOf: () => ({ endpoints: gpus, sequences, running: sequences, free: 0 }),
      });
      queues.follow(stateScene([{ id: "d1", poolId: "p1" }], gpusPerUnit));
      const waiting = new Map<Waiter<Place>, Waiting>();
      const under = (node: string) => [...waiting.values()].filter(({ path }) => path.includes(node));
      const leaves = (waiter: Waiter<Place>): void => {
        away += 1;
        // Whoever leaves was beyond the right of each node on its path that holds one, the newcomer counted.
        for (const node of waiting.get(waiter)?.path ?? []) {
          const right = rights.get(node);
          if (right !== undefined) expect(beforeLast(under(node))).toBeGreaterThan(right);
        }
        waiting.delete(waiter);
      };
      for (const { ministry, direction, serviceClass, estimate, times } of given) {
        for (let at = 0; at < times; at += 1) {
          const waiter: Waiter<Place> = {
            leafId: applicationOf(ministry, serviceClass, direction),
            serviceClass,
            deployments: ["d1"],
            sequences: 1,
            bytes: 0,
            estimate: () => estimate,
            choose: () => null,
            turnedAway: () => leaves(waiter),
            placed: () => true,
          };
          const pace = paceOf(serviceClass, estimate, 1 / SEQUENCES);
          waiting.set(waiter, { path: [ministry, `${ministry}${direction}`], pace });
          if (queues.join(waiter).kind === "refused") leaves(waiter);
        }
      }
      expect(queues.length("d1")).toBe(waiting.size);
      // All alike but for the newcomers' sizes: no more than one request of the largest beyond, unless all are within.
      const all = beforeLast([...waiting.values()]);
      const beyond = ministries.some((id) => beforeLast(under(id)) > (rights.get(id) ?? 0) + 1e-6);
      if (beyond) expect(all).toBeLessThanOrEqual(gpus + 1 / SEQUENCES + 1e-6);
    }),
    { numRuns: 300 },
  );
  expect(away).toBeGreaterThan(1_000);
});
