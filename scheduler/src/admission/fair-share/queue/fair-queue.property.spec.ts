import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import type { Charge } from "../order/pool-shares.js";
import type { NodeRight } from "../order/pool-rights.js";
import { batchToCut } from "./cut-batch.js";

const RUNS = { numRuns: 1_000 };
const UNIT = 1e6;
const PATHS = ["a/x", "a/y", "b/x", "b/y", "c/x"];
const NODES = ["a", "b", "c", ...PATHS];

const rightOf = (nodeId: string, most: number): fc.Arbitrary<NodeRight> =>
  fc.record({
    nodeId: fc.constant(nodeId),
    nominal: fc.nat({ max: most }),
    guarantee: fc.nat({ max: 1 }),
    lendLimit: fc.option(fc.nat({ max: 2 })),
    borrowLimit: fc.option(fc.nat({ max: 3 })),
    weight: fc.nat({ max: 3 }),
  });
const rights = fc
  .tuple(...NODES.map((node) => rightOf(node, node.includes("/") ? 2 : 4)))
  .map((list) => list.map((right) => ({ ...right, guarantee: Math.min(right.guarantee, right.nominal) })));

/** GPUs that cover every right, so that none is cut to a fraction of a sequence. */
const promised = (granted: readonly NodeRight[]): number => {
  const nominal = (id: string) => granted.find(({ nodeId }) => nodeId === id)?.nominal ?? 0;
  const below = (id: string) =>
    PATHS.filter((path) => path.startsWith(`${id}/`)).reduce((sum, path) => sum + nominal(path), 0);
  return ["a", "b", "c"].reduce((sum, id) => sum + Math.max(nominal(id), below(id)), 0);
};

type Step = readonly ["arrive" | "dispatch" | "end" | "cancel" | "wait", number];
const steps = fc.array(
  fc.tuple(fc.constantFrom("arrive", "arrive", "dispatch", "dispatch", "end", "cancel", "wait"), fc.nat({ max: 40 })),
  { maxLength: 80 },
) as fc.Arbitrary<Step[]>;

const check = (pool: FairPool) => {
  const { quota, rights: held, tree } = pool.shares;
  // P1: what is used never exceeds what lives.
  const used = PATHS.reduce((sum, leaf) => sum + (quota.usage[pool.node(leaf)] ?? NaN), 0);
  expect(used).toBeLessThanOrEqual(pool.gpus * UNIT);
  for (let n = 1; n < tree.size; n += 1) {
    // P2: at every level, within the subtree's quota and the borrow limit.
    const borrowLimit = held.quotas[n]?.borrowLimit;
    if (borrowLimit == null) continue;
    expect(quota.usage[n] ?? NaN, tree.ids[n]).toBeLessThanOrEqual((quota.subtree[n] ?? NaN) + borrowLimit);
  }
};

/** When everything has run long enough, and every right is whole again. */
const LATER = 1e9;

describe("fair queue, whatever comes", () => {
  it("P1, P2 hold at every step, and P9: nothing is left when all is over", () => {
    fc.assert(
      fc.property(rights, fc.integer({ min: 1, max: 8 }), steps, (granted, gpus, script) => {
        const pool = new FairPool(PATHS, granted, gpus);
        const waiting: ReturnType<FairPool["arrive"]>[] = [];
        const running: Charge[] = [];
        for (const [what, number] of script) {
          if (what === "arrive")
            waiting.push(pool.arrive(PATHS[number % PATHS.length] ?? "", { estimate: 1 + number }));
          if (what === "wait") pool.now += 100 * number;
          if (what === "dispatch") {
            const done = pool.dispatch();
            if (done !== null) running.push(done.charge);
          }
          if (what === "end" && running.length > 0) {
            const [charge] = running.splice(number % running.length, 1);
            if (charge !== undefined) pool.shares.end(charge, number);
          }
          if (what === "cancel") {
            const ticket = waiting[number % Math.max(1, waiting.length)];
            if (ticket?.waiting === true) pool.leave(ticket);
          }
          check(pool);
        }
        for (const charge of running) pool.shares.end(charge, 1);
        for (const ticket of waiting) if (ticket.waiting) pool.leave(ticket);
        expect([...pool.shares.quota.usage].every((used) => used === 0)).toBe(true);
        expect(pool.queue.length).toBe(0);
        expect(NODES.some((id) => pool.shares.counters.isWaiting(pool.node(id)))).toBe(false);
      }),
      RUNS,
    );
  });

  it("P3: who is within its right runs after one batch request is cut at most; P4: none within its own is", () => {
    let cuts = 0;
    fc.assert(
      fc.property(
        rights,
        fc.nat({ max: 3 }),
        fc.array(fc.nat({ max: 4 })),
        fc.nat({ max: 4 }),
        (granted, spare, order, asks) => {
          const pool = new FairPool(PATHS, granted, promised(granted) + spare);
          const running = [];
          for (const at of [...order, 0, 1, 2, 3, 4]) {
            for (let times = 0; times < 3; times += 1)
              pool.arrive(PATHS[at] ?? "", { serviceClass: "batch", estimate: 0.3 });
          }
          for (let done = pool.dispatch(); done !== null; done = pool.dispatch()) {
            running.push({
              charge: done.charge,
              startedAt: running.length,
              cuts: 0,
              server: { endpointId: "server", free: 0 },
            });
          }
          const leaf = PATHS[asks] ?? "";
          const { quota } = pool.shares;
          const within = (n: number) => (quota.usage[n] ?? 0) + UNIT <= (quota.subtree[n] ?? 0);
          const room = { now: LATER, unitsPerSequence: UNIT, batchAllowed: false };
          if (!within(pool.node(leaf))) return;
          pool.arrive(leaf, { serviceClass: "interactive" });
          if (pool.queue.next(room, () => "run") !== null) return;
          const asker = { leaf: pool.node(leaf), sequences: 1, occupied: UNIT, free: 0 };
          const [victim, ...others] = batchToCut(pool.shares, asker, running, LATER).batches;
          if (victim === undefined) throw new Error("nobody gives way");
          expect(others).toEqual([]);
          cuts += 1;
          expect(quota.borrowed(victim.charge.leaf)).toBeGreaterThan(0);
          pool.shares.end(victim.charge, 0);
          expect(pool.queue.next(room, () => "run")?.leafId).toBe(leaf);
        },
      ),
      RUNS,
    );
    expect(cuts).toBeGreaterThan(20);
  });

  it("P7: a full pool is held whole, rights first; P6: more of it lowers nobody; P5: who is declared first matters by a place", () => {
    const ministry = fc.record({
      nominal: fc.nat({ max: 6 }),
      weight: fc.integer({ min: 1, max: 5 }),
      asked: fc.nat({ max: 30 }),
    });
    const ministries = fc.array(ministry, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ministries, fc.nat({ max: 30 }), fc.nat({ max: 10 }), (list, spare, more) => {
        const sides = list.map((side, at) => ({ ...side, id: `m${at}` }));
        const gpus = 1 + spare + list.reduce((sum, { nominal }) => sum + nominal, 0);
        const heldIn = (lives: number, declared: typeof sides) => {
          const pool = new FairPool(
            declared.map(({ id }) => `${id}/x`),
            declared.map(({ id, nominal, weight }) => aRight(id, { nominal, weight })),
            lives,
          );
          for (const { id, asked } of declared) for (let times = asked; times > 0; times -= 1) pool.arrive(`${id}/x`);
          while (pool.dispatch() !== null);
          return sides.map(({ id }) => (pool.shares.quota.usage[pool.node(`${id}/x`)] ?? NaN) / UNIT);
        };
        const held = heldIn(gpus, sides);
        const demand = list.reduce((sum, { asked }) => sum + asked, 0);
        expect(held.reduce((sum, each) => sum + each, 0)).toBe(Math.min(gpus, demand));
        const [larger, turned] = [heldIn(gpus + more, sides), heldIn(gpus, [...sides].reverse())];
        for (const [at, { nominal, asked }] of sides.entries()) {
          const mine = held[at] ?? NaN;
          expect(mine).toBeGreaterThanOrEqual(Math.min(nominal, asked));
          expect(mine).toBeLessThanOrEqual(asked);
          expect(larger[at]).toBeGreaterThanOrEqual(mine);
          expect(Math.abs((turned[at] ?? NaN) - mine)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("P10: a cut of rights or of capacity ends nothing that runs, and cuts no batch within what is left", () => {
    fc.assert(
      fc.property(rights, rights, fc.nat({ max: 8 }), fc.array(fc.nat({ max: 4 })), (before, after, gpus, order) => {
        const pool = new FairPool(PATHS, before, 8);
        for (const at of order) pool.arrive(PATHS[at] ?? "", { serviceClass: "batch", estimate: 0.3 });
        const running = [];
        for (let done = pool.dispatch(); done !== null; done = pool.dispatch()) {
          running.push({
            charge: done.charge,
            startedAt: running.length,
            cuts: 0,
            server: { endpointId: "server", free: 0 },
          });
        }
        pool.follow(after, gpus);
        const used = PATHS.map((leaf) => pool.shares.quota.usage[pool.node(leaf)] ?? 0);
        expect(used.reduce((all, each) => all + each, 0)).toBe(running.length * UNIT);
        for (const leaf of PATHS) {
          const asker = { leaf: pool.node(leaf), sequences: 1, occupied: UNIT, free: 0 };
          const { batches } = batchToCut(pool.shares, asker, running, LATER);
          for (const { charge } of batches) {
            expect(pool.shares.quota.borrowed(charge.leaf)).toBeGreaterThan(0);
            pool.shares.vacate(charge);
          }
          running.splice(0, running.length, ...running.filter((each) => !batches.includes(each)));
        }
      }),
      RUNS,
    );
  });
});
