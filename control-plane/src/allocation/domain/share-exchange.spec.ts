import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolShareReportV1 } from "@socle/contracts";
import { exchangeShares, type Exchanged, type ShareCall, type ShareRow } from "./share-exchange.js";

const ENDPOINTS = ["e1", "e2"];
const SLOTS = 5;
const START = Date.parse("2026-03-10T11:00:00Z");

/** A replica as it behaves towards the control plane: one call in flight, sent again unchanged until it is answered. */
class Replica {
  epoch = 1;
  calls = 0;
  waiting = 0;
  open: ShareCall | null = null;
  readonly share = new Map(ENDPOINTS.map((id) => [id, 0]));
  readonly running = new Map(ENDPOINTS.map((id) => [id, 0]));

  constructor(readonly name: string) {}

  draft(slots: number): ShareCall {
    if (this.open !== null) return this.open;
    this.calls += 1;
    const sequences = this.waiting + [...this.running.values()].reduce((sum, each) => sum + each, 0);
    const report: PoolShareReportV1 = {
      poolId: "pool",
      given: [],
      demand: [{ deploymentId: "d", nodeId: "n", sequences, right: 0, weight: 1 }],
      endpoints: ENDPOINTS.map((endpointId) => {
        const holds = Math.max(this.share.get(endpointId) ?? 0, this.running.get(endpointId) ?? 0);
        return { endpointId, deploymentId: "d", slots, holds };
      }),
    };
    this.open = { replica: this.name, epoch: this.epoch, call: this.calls, report };
    return this.open;
  }

  answered({ update }: Exchanged): void {
    this.open = null;
    for (const { endpointId, slots } of update.slots) this.share.set(endpointId, slots);
  }

  /** Everything in memory is gone, what ran ends; the state folder gives the next epoch. */
  crash(): void {
    this.epoch += 1;
    this.calls = 0;
    this.open = null;
    for (const of of [this.share, this.running]) for (const id of of.keys()) of.set(id, 0);
  }
}

class World {
  rows: readonly ShareRow[] = [];
  now = START;
  readonly replicas = ["r1", "r2", "r3"].map((name) => new Replica(name));

  /** The control plane handles a call; whether the answer arrives is another matter. */
  handle(call: ShareCall): Exchanged {
    const done = exchangeShares(this.rows, call, new Date(this.now));
    const { row } = done;
    if (row !== null) {
      this.rows = [...this.rows.filter(({ replica }) => replica !== row.replica && !done.gone.includes(replica)), row];
    }
    return done;
  }

  used(endpointId: string): number {
    return this.replicas.reduce((sum, { running }) => sum + (running.get(endpointId) ?? 0), 0);
  }
}

const step = fc.record({
  who: fc.nat({ max: 2 }),
  what: fc.constantFrom("call", "call", "lost", "twice", "demand", "start", "start", "start", "end", "crash", "second"),
  much: fc.nat({ max: 9 }),
});

describe("slots of an endpoint, whatever happens to calls and replicas", () => {
  it("are never in use more often than there are", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: "max" }), (steps) => {
        const world = new World();
        for (const { who, what, much } of steps) {
          const replica = world.replicas[who];
          const endpointId = ENDPOINTS[much % ENDPOINTS.length] ?? "";
          if (replica === undefined) continue;
          const running = replica.running.get(endpointId) ?? 0;
          if (what === "call") replica.answered(world.handle(replica.draft(SLOTS)));
          if (what === "lost") world.handle(replica.draft(SLOTS));
          if (what === "twice") {
            const call = replica.draft(SLOTS);
            world.handle(call);
            replica.answered(world.handle(call));
          }
          if (what === "demand") replica.waiting = much;
          // As a scheduler under load: as many as its share lets it, at once.
          if (what === "start") {
            replica.running.set(
              endpointId,
              Math.max(running, Math.min(running + much, replica.share.get(endpointId) ?? 0)),
            );
          }
          if (what === "end") replica.running.set(endpointId, Math.max(0, running - much));
          if (what === "crash") replica.crash();
          // Nobody is silent for long while others are answered: that is tried on its own.
          if (what === "second") {
            world.now += 1_000;
            for (const each of world.replicas) each.answered(world.handle(each.draft(SLOTS)));
          }
          for (const id of ENDPOINTS) expect(world.used(id)).toBeLessThanOrEqual(SLOTS);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("all come into use again, in proportion, once replicas call and their requests end", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60, size: "max" }),
        fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })),
        (steps, waiting) => {
          const world = new World();
          for (const { who, what, much } of steps) {
            const replica = world.replicas[who];
            if (what === "crash") replica?.crash();
            else if (replica !== undefined) {
              replica.waiting = much;
              replica.answered(world.handle(replica.draft(SLOTS)));
            }
          }
          for (const [index, replica] of world.replicas.entries()) replica.waiting = 20 + (waiting[index] ?? 0);
          for (let round = 0; round < 4; round += 1) {
            world.now += 1_000;
            for (const replica of world.replicas) replica.answered(world.handle(replica.draft(SLOTS)));
          }
          for (const id of ENDPOINTS) {
            expect(world.replicas.reduce((sum, { share }) => sum + (share.get(id) ?? 0), 0)).toBe(SLOTS);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("come back from a replica that is silent while others are answered, and from none in an outage", () => {
    const world = new World();
    const [one, two] = world.replicas;
    if (one === undefined || two === undefined) throw new Error("no replicas");
    const turn = (replica: Replica, afterSeconds: number): number | undefined => {
      world.now += afterSeconds * 1_000;
      replica.waiting = 50;
      replica.answered(world.handle(replica.draft(SLOTS)));
      return replica.share.get("e1");
    };
    for (let round = 0; round < 3; round += 1) for (const replica of [one, two]) turn(replica, 0.5);
    const before = turn(one, 1);
    expect(turn(one, 3_600)).toBe(before);
    expect(turn(two, 0)).toBe(SLOTS - (before ?? 0));
    for (let second = 0; second < 10; second += 1) expect(turn(one, 1)).toBeLessThan(SLOTS);
    expect(turn(one, 1)).toBe(SLOTS);
  });

  it("are the fewest that any replica knows of while their snapshots differ", () => {
    const world = new World();
    const [one, two] = world.replicas;
    if (one === undefined || two === undefined) throw new Error("no replicas");
    const shares = () => [one.share.get("e1"), two.share.get("e1")];
    one.waiting = 50;
    two.waiting = 50;
    one.answered(world.handle(one.draft(8)));
    for (let round = 0; round < 3; round += 1) {
      two.answered(world.handle(two.draft(4)));
      one.answered(world.handle(one.draft(8)));
    }
    expect(shares()).toEqual([2, 2]);
  });
});
