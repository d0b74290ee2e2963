import { SERVICE_CLASSES } from "@socle/contracts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applicationOf, SEQUENCES, stateScene, STATE_WEIGHTS } from "../../../../../test/builders/state-scene.js";
import type { Ministry } from "../../../../../test/builders/state-scene.js";
import { createFairQueues } from "./fair-queues.js";
import { paceOf } from "./ticket.js";

interface Place {
  readonly endpoint: { readonly deploymentId: string };
}
/** One that waits, as the test counts it. */
interface Waiting {
  readonly ministry: Ministry;
  readonly pace: number;
}

/** Two pools that one request may use. */
const POOLS = [
  { id: "d1", poolId: "p1" },
  { id: "d2", poolId: "p2" },
];
const ministries = Object.keys(STATE_WEIGHTS) as Ministry[];
const arrival = fc.record({
  ministry: fc.constantFrom(...ministries),
  direction: fc.constantFrom("1", "2"),
  serviceClass: fc.constantFrom(...SERVICE_CLASSES),
  estimate: fc.double({ min: 0.01, max: 4, noNaN: true }),
  times: fc.integer({ min: 1, max: 60 }),
  deployments: fc.constantFrom(["d1"], ["d2"], ["d1", "d2"], ["d2", "d1"]),
});

/** What is before the last of some, if all are alike. */
const beforeLast = (all: readonly Waiting[]): number =>
  all.reduce((sum, { pace }) => sum + pace, 0) * (1 - 1 / Math.max(1, all.length));

it("turns nobody out of a line on whose path a node is within its right, and keeps no more than is served in time", () => {
  let left = 0;
  const arrivals = fc.array(arrival, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(arrivals, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0.5, 1), (given, gpus, gpusPerUnit) => {
      const sequences = gpus * SEQUENCES;
      const queues = createFairQueues<Place>({
        limits: { maxWaitingRequests: 1e6, maxWaitingBytes: 0 },
        now: () => 0,
        roomOf: () => ({ endpoints: gpus, sequences, running: sequences, free: 0 }),
      });
      queues.follow(stateScene(POOLS, gpusPerUnit));
      // As the pool's live GPUs let it be; alike in both pools.
      const rights = queues.shares("p1")?.rights;
      const rightOf = (id: Ministry): number =>
        Math.min(gpus, rights?.nominals[rights.tree.indexOf.get(id) ?? -1] ?? NaN);
      const waiting = new Map<string, Set<Waiting>>(POOLS.map(({ poolId }) => [poolId, new Set()]));
      const under = (poolId: string, ministry: Ministry) =>
        [...(waiting.get(poolId) ?? [])].filter((each) => each.ministry === ministry);
      for (const { ministry, direction, serviceClass, estimate, times, deployments } of given) {
        for (let at = 0; at < times; at += 1) {
          const one = { ministry, pace: paceOf(serviceClass, estimate, 1 / SEQUENCES) };
          queues.join({
            leafId: applicationOf(ministry, serviceClass, direction),
            serviceClass,
            deployments,
            sequences: 1,
            bytes: 0,
            estimate: () => estimate,
            startsAt: () => 1,
            choose: () => null,
            waitsIn(poolId, delta) {
              if (delta > 0) return waiting.get(poolId)?.add(one);
              left += 1;
              // Its ministry was beyond its right there, the newcomer counted.
              expect(beforeLast(under(poolId, ministry))).toBeGreaterThan(rightOf(ministry));
              return waiting.get(poolId)?.delete(one);
            },
            turnedAway: () => undefined,
            placed: () => true,
          });
        }
      }
      for (const { id, poolId } of POOLS) {
        const all = [...(waiting.get(poolId) ?? [])];
        expect(queues.length(id)).toBe(all.length);
        // One request of the largest beyond at most, since they differ in size, unless all are within their rights.
        const beyond = ministries.some((each) => beforeLast(under(poolId, each)) > rightOf(each) + 1e-6);
        if (beyond) expect(beforeLast(all)).toBeLessThanOrEqual(gpus + 1 / SEQUENCES + 1e-6);
      }
    }),
    { numRuns: 300 },
  );
  expect(left).toBeGreaterThan(1_000);
});
