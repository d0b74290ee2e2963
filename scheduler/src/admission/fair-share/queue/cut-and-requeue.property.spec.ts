import fc from "fast-check";
import { expect, it } from "vitest";
import { aDeployment } from "../../../../../test/builders/inference-scene.js";
import { snapshot, useCase } from "../../../../../test/builders/snapshot.builder.js";
import { leastRunMs, MOST_CUTS } from "./cut-batch.js";
import { createFairQueues } from "./fair-queues.js";
import type { Grant, Waiter } from "./waiter.js";

const PLACES = 4;
const DEPLOYMENT = aDeployment({
  gpusPerReplica: PLACES,
  profile: {
    alphaSeconds: 0,
    betaSeconds: 1,
    prefillSecondsPerToken: 0,
    referenceBatch: 1,
    maxSequences: PLACES,
  },
});
const RIGHT = { id: "right", poolId: "pool", guarantee: 0, lendLimit: null, borrowLimit: null, weight: 1 };
const application = (id: string, useCaseId: string) => ({ id, slug: id, name: id, useCaseId, keys: [], models: null });
const organisation = (id: string, parentId: string | null) => ({ id, slug: id, name: id, parentId });
const SCENE = snapshot({
  organisations: [
    organisation("state", null),
    ...["owner", "borrower"].flatMap((id) => [organisation(id, "state"), organisation(`direction of ${id}`, id)]),
  ],
  useCases: [
    useCase({ id: "calls", organisationId: "direction of owner" }),
    useCase({ id: "fills", organisationId: "direction of borrower" }),
  ],
  applications: [application("interactive", "calls"), application("batch", "fills")],
  allocations: [{ ...RIGHT, nodeId: "owner", nominal: PLACES }],
  deployments: [DEPLOYMENT],
});

interface Arrival {
  readonly batch: boolean;
  readonly gapMs: number;
  readonly lengthMs: number;
}
interface Place {
  readonly endpoint: { readonly deploymentId: string };
}
const PLACE: Place = { endpoint: { deploymentId: DEPLOYMENT.id } };

/** The queue in virtual time: requests take as long as they say, each on one place. */
class Run {
  private now = 0;
  private readonly events: { readonly at: number; readonly act: () => void }[] = [];
  private running = 0;
  readonly cuts: number[] = [];
  done = 0;
  /** GPU-seconds of all that ran, to its end or not. */
  worked = 0;
  /** Requests that heard that they are beyond what is served in time. */
  told = 0;
  readonly queues = createFairQueues<Place>({
    limits: { maxWaitingRequests: 1_000, maxWaitingBytes: 0 },
    now: () => this.now,
    after: (ms, act) => this.at(this.now + ms, act),
    roomOf: () => ({ endpoints: 1, sequences: PLACES, running: this.running, free: PLACES - this.running }),
  });

  constructor(arrivals: readonly Arrival[]) {
    this.queues.follow(SCENE);
    let at = 0;
    for (const arrival of arrivals) {
      at += arrival.gapMs;
      this.at(at, () => this.arrive(arrival));
    }
    for (let steps = 0; this.events.length > 0 && steps < 10_000; steps += 1) {
      this.events.sort((a, b) => a.at - b.at);
      const next = this.events.shift();
      if (next === undefined) break;
      this.now = Math.max(this.now, next.at);
      next.act();
    }
  }

  private at(at: number, act: () => void): void {
    this.events.push({ at, act });
  }

  private arrive({ batch, lengthMs }: Arrival): void {
    let run: { readonly grant: Grant; readonly since: number } | null = null;
    let cuts = 0;
    const end = (grant: Grant, since: number): void => {
      const seconds = (this.now - since) / 1000;
      this.worked += seconds;
      this.running -= 1;
      run = null;
      this.queues.settle(grant, seconds);
      this.queues.wake(DEPLOYMENT.id);
    };
    const waiter: Waiter<Place> = {
      leafId: batch ? "batch" : "interactive",
      serviceClass: batch ? "batch" : "interactive",
      deployments: [DEPLOYMENT.id],
      sequences: 1,
      bytes: 0,
      turnedAway: () => {
        expect(run === null && cuts === 0).toBe(true);
        this.told += 1;
      },
      estimate: () => lengthMs / 1000,
      startsAt: () => 1,
      choose: () => (this.running < PLACES ? PLACE : null),
      cut: {
        server: () => (run === null ? null : { endpointId: "server", free: PLACES - this.running }),
        now: () => {
          if (run === null) throw new Error("cut while it does not run");
          expect(batch).toBe(true);
          expect(this.now - run.since).toBeGreaterThanOrEqual(leastRunMs(cuts) - 1e-6);
          cuts += 1;
          end(run.grant, run.since);
          return () => void this.queues.join(waiter);
        },
      },
      placed: (_, grant) => {
        const started = { grant, since: this.now };
        run = started;
        this.running += 1;
        this.at(this.now + lengthMs, () => {
          if (run !== started) return;
          end(started.grant, started.since);
          this.done += 1;
          this.cuts.push(cuts);
        });
        return true;
      },
    };
    if (this.queues.join(waiter).kind === "refused") this.told += 1;
  }

  given(nodeId: string): number {
    const given = this.queues.shares("pool")?.givenService().get(nodeId) ?? [];
    return given.reduce((sum, seconds) => sum + seconds, 0);
  }
}

it("serves each request or tells it once that more waits than is served in time, cuts none too soon or too often, and counts each second of service once", () => {
  let [cut, told, asked] = [0, 0, 0];
  const arrivals = fc.array(
    fc.record({
      batch: fc.boolean(),
      gapMs: fc.nat({ max: 1_500 }),
      lengthMs: fc.integer({ min: 100, max: 9_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(arrivals, (given) => {
      const run = new Run(given);
      expect(run.done + run.told).toBe(given.length);
      told += run.told;
      asked += given.length;
      for (const cuts of run.cuts) expect(cuts).toBeLessThanOrEqual(MOST_CUTS);
      cut += run.cuts.reduce((sum, cuts) => sum + cuts, 0);
      expect(run.given("state")).toBeCloseTo(run.worked, 6);
      expect(run.given("owner") + run.given("borrower")).toBeCloseTo(run.worked, 6);
      const usage = run.queues.shares("pool")?.quota.usage ?? [];
      expect([...usage].every((units) => units === 0)).toBe(true);
      expect(run.queues.length(DEPLOYMENT.id)).toBe(0);
    }),
    { numRuns: 1_000 },
  );
  expect(cut).toBeGreaterThan(100);
  expect(told / asked).toBeLessThan(0.01);
});
