import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolShareUpdateV1 } from "@socle/contracts";
import { exchangeShares, type ShareRow } from "../../control-plane/src/allocation/domain/share-exchange.js";
import { branchDemand } from "../../scheduler/src/admission/fair-share/exchange/branch-demand.js";
import {
  nothingCounted,
  reportShares,
  takeUpdate,
} from "../../scheduler/src/admission/fair-share/exchange/exchange.js";
import { gapBound } from "../../scheduler/src/admission/fair-share/order/gap-bound.js";
import type { Charge } from "../../scheduler/src/admission/fair-share/order/pool-shares.js";
import { createSlotShares } from "../../scheduler/src/kernel/slot-shares.js";
import { deployment } from "../builders/deployment.builder.js";
import { aRight, FairPool } from "../builders/fair-pool.js";

const MINISTRIES = ["a", "b", "c"];
const ENDPOINTS = ["e1", "e2"];
const LOST = 0.1;

interface Spec {
  readonly replicas: number;
  readonly weights: readonly number[];
  readonly slots: number;
  readonly seed: number;
  readonly estimates: "exact" | "random" | "low" | "high";
  /** Milliseconds in which the control plane answers nobody, from the tenth second on. */
  readonly outageMs: number;
}

const spec = fc.record<Spec>({
  replicas: fc.integer({ min: 2, max: 4 }),
  weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
  slots: fc.integer({ min: 2, max: 8 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  estimates: fc.constantFrom("exact", "random", "low", "high"),
  outageMs: fc.constantFrom(0, 0, 5_000),
});

/** Park and Miller's generator, so that a run depends on its seed alone. */
const randomOf = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

interface Running {
  readonly ministry: number;
  readonly endpointId: string;
  readonly charge: Charge;
  readonly cost: number;
  readonly endsAt: number;
}

/** Everything measured of one ministry over all replicas. */
const fresh = () => ({ served: 0, largest: 0, under: 0, over: 0, most: 0, unheard: 0 });

/** A scheduler as far as order and slots go: its own queue, told of the others by the exchange. */
class Replica {
  now = 0;
  readonly pool: FairPool;
  readonly slots = createSlotShares({ now: () => this.now, after: () => undefined });
  readonly counted = nothingCounted();
  readonly running: Running[] = [];
  /** True cost dispatched so far by ministry, here; what it was at the last report; and the others' as last heard. */
  readonly dispatched = MINISTRIES.map(() => 0);
  reported: readonly number[] = MINISTRIES.map(() => 0);
  heard: readonly (readonly number[])[] = [];
  readonly mostInFlight = MINISTRIES.map(() => 0);
  nextCall = 0;
  calls = 0;

  constructor(
    readonly name: string,
    { weights }: Spec,
  ) {
    const rights = MINISTRIES.map((id, at) => aRight(id, { weight: weights[at] ?? 1 }));
    this.pool = new FairPool(
      MINISTRIES.map((id) => `${id}/x`),
      rights,
      1_000,
    );
  }

  runningOn(endpointId: string): number {
    return this.running.filter((each) => each.endpointId === endpointId).length;
  }

  draft(slots: number) {
    this.calls += 1;
    const of = deployment();
    const demand = branchDemand(this.pool.shares, {
      deployment: of,
      waitingUnder: (node) => this.pool.queue.waitingUnder(node),
    });
    const endpoints = ENDPOINTS.map((endpointId) => ({
      endpointId,
      deploymentId: of.id,
      slots,
      holds: Math.max(this.slots.limitOf(endpointId, slots), this.runningOn(endpointId)),
    }));
    const report = reportShares("pool", this.pool.shares, demand, endpoints);
    return { replica: this.name, epoch: 1, call: this.calls, report };
  }

  take(update: PoolShareUpdateV1, replicas: number): void {
    takeUpdate(update, this.pool.shares, this.counted);
    this.slots.told(update.slots, replicas);
  }
}

const SECONDS = 20;

interface Variant {
  /** Waits at the first replica alone. */
  readonly sticky?: number;
  /** Replicas share slots, and do not hear what the others gave. */
  readonly deaf?: boolean;
}

/**
 * Runs replicas on which every ministry always waits; answers the worst ratio of a measured gap to its bound, and what each
 * ministry was served.
 */
const run = (given: Spec, { sticky = -1, deaf = false }: Variant = {}) => {
  const random = randomOf(given.seed);
  const replicas = Array.from({ length: given.replicas }, (_, at) => new Replica(`r${at}`, given));
  const measured = MINISTRIES.map(fresh);
  const costs = new Map<object, number>();
  let rows: readonly ShareRow[] = [];

  const arrive = (replica: Replica, ministry: number): void => {
    const cost = 1 + 19 * random();
    const estimate = { exact: cost, random: 1 + 19 * random(), low: 1, high: 20 }[given.estimates];
    costs.set(replica.pool.arrive(`${MINISTRIES[ministry] ?? ""}/x`, { estimate }), cost);
  };
  const call = (replica: Replica, now: number): void => {
    const { row, update } = exchangeShares(rows, replica.draft(given.slots), new Date(now));
    if (row !== null) rows = [...rows.filter((each) => each.replica !== row.replica), row];
    replica.reported = [...replica.dispatched];
    replica.heard = replicas.map(({ reported }) => reported);
    replica.take(deaf ? { ...update, elsewhere: [] } : update, replicas.length);
  };
  const unheardBy = (replica: Replica, ministry: number): number =>
    replicas.reduce((sum, other, at) => {
      if (other === replica) return sum;
      return sum + (other.dispatched[ministry] ?? 0) - (replica.heard[at]?.[ministry] ?? 0);
    }, 0);

  for (const [index, replica] of replicas.entries()) {
    for (const at of MINISTRIES.keys()) if (at !== sticky || index === 0) for (const _ of [1, 2]) arrive(replica, at);
  }
  // Everybody knows of everybody before anything is served: counters start together.
  for (let round = 0; round < 3; round += 1) for (const replica of replicas) call(replica, 0);
  for (const replica of replicas) replica.nextCall = 1_000 * random();

  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([f = 0, g = 0]) => ({ f, g, most: 0, least: 0 }));
  const weightOf = (at: number): number => given.weights[at] ?? 1;
  const dispatchOn = (replica: Replica, endpointId: string): void => {
    const done = replica.pool.dispatch(true, { deploymentId: "deployment", sequences: 1 });
    if (done === null) throw new Error("everyone waits");
    const { ticket, charge } = done;
    const ministry = MINISTRIES.indexOf(ticket.leafId.slice(0, 1));
    const cost = costs.get(ticket) ?? NaN;
    const at = measured[ministry] ?? fresh();
    arrive(replica, ministry);
    replica.running.push({ ministry, endpointId, charge, cost, endsAt: replica.now + 100 + 2_000 * random() });
    replica.dispatched[ministry] = (replica.dispatched[ministry] ?? 0) + cost;
    const inFlight = replica.running.filter((each) => each.ministry === ministry).length;
    replica.mostInFlight[ministry] = Math.max(replica.mostInFlight[ministry] ?? 0, inFlight);
    at.served += cost;
    at.largest = Math.max(at.largest, cost);
    at.under = Math.max(at.under, cost - ticket.estimate);
    at.over = Math.max(at.over, ticket.estimate - cost);
    for (const each of replicas) at.unheard = Math.max(at.unheard, unheardBy(each, ministry));
    for (const pair of pairs) {
      const served = (of: number): number => (measured[of]?.served ?? 0) / weightOf(of);
      const gap = served(pair.f) - served(pair.g);
      pair.most = Math.max(pair.most, gap);
      pair.least = Math.min(pair.least, gap);
    }
  };

  for (let now = 0; now < SECONDS * 1_000; now += 50) {
    const answers = now < 10_000 || now >= 10_000 + given.outageMs;
    for (const replica of replicas) {
      replica.now = now;
      replica.pool.now = now;
      for (const ended of replica.running.filter(({ endsAt }) => endsAt <= now)) {
        replica.running.splice(replica.running.indexOf(ended), 1);
        replica.pool.shares.end(ended.charge, ended.cost);
      }
      if (now >= replica.nextCall) {
        replica.nextCall = now + 1_000;
        if (answers && random() >= LOST) call(replica, now);
      }
      for (const endpointId of ENDPOINTS) {
        while (replica.runningOn(endpointId) < replica.slots.limitOf(endpointId, given.slots)) {
          dispatchOn(replica, endpointId);
        }
      }
    }
    for (const endpointId of ENDPOINTS) {
      const used = replicas.reduce((sum, replica) => sum + replica.runningOn(endpointId), 0);
      expect(used).toBeLessThanOrEqual(given.slots);
    }
  }

  const trafficOf = (at: number) => {
    const { largest, under, over, unheard } = measured[at] ?? fresh();
    const inFlight = replicas.reduce((sum, { mostInFlight }) => sum + (mostInFlight[at] ?? 0), 0);
    const estimates = { underEstimate: under, overEstimate: over };
    return { weight: weightOf(at), largestCost: largest, inFlight, ...estimates, unheard };
  };
  return {
    ratio: Math.max(...pairs.map(({ f, g, most, least }) => (most - least) / gapBound(trafficOf(f), trafficOf(g)))),
    served: measured.map(({ served }) => served),
  };
};

describe("several replicas in virtual time", () => {
  it("keep the difference of service within the bound, and every endpoint within its slots", () => {
    fc.assert(
      fc.property(spec, (each) => {
        expect(run(each).ratio).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it("make up for what a ministry is not served where it does not wait", () => {
    const two: Spec = { replicas: 2, weights: [1, 1, 1], slots: 6, seed: 1, estimates: "exact", outageMs: 0 };
    const part = (variant: Variant): number => {
      const { served } = run(two, variant);
      return (served[0] ?? 0) / served.reduce((sum, each) => sum + each, 0);
    };
    expect(part({ sticky: 0 })).toBeGreaterThan(0.3);
    expect(part({ sticky: 0, deaf: true })).toBeLessThan(0.25);
  });
});
