import fc from "fast-check";
import { expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";

const LEAVES = ["a/x", "a/y", "b/x", "c/x"];
const RUNS = { numRuns: 1_000 };
const waiting = fc.array(fc.record({ leaf: fc.constantFrom(...LEAVES), estimate: fc.integer({ min: 1, max: 5 }) }), {
  maxLength: 40,
});
const rights = fc.record({
  a: fc.nat({ max: 4 }),
  b: fc.nat({ max: 4 }),
  weights: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
});

const poolOf = ({ a, b, weights }: { a: number; b: number; weights: [number, number] }) =>
  new FairPool(
    LEAVES,
    [aRight("a", { nominal: a, weight: weights[0] }), aRight("b", { nominal: b, weight: weights[1] })],
    8,
  );

it("is never before its own application's requests nor behind everybody's, and never goes down as its own queue grows", () => {
  fc.assert(
    fc.property(rights, waiting, fc.constantFrom(...LEAVES), (given, tickets, leaf) => {
      const pool = poolOf(given);
      for (const { leaf: of, estimate } of tickets) pool.arrive(of, { estimate });
      const own = tickets.filter((ticket) => ticket.leaf === leaf);
      const sum = (of: typeof tickets) => of.reduce((all, { estimate }) => all + estimate, 0);
      const standing = () => pool.queue.standing(leaf, pool.queue.aheadOf(leaf, 1), 1, 8);
      const first = standing();
      expect(first.position).toBeGreaterThanOrEqual(1 + own.length);
      expect(first.position).toBeLessThanOrEqual(1 + tickets.length);
      expect(first.predictedWaitMs).toBeGreaterThanOrEqual((1000 * (sum(own) + 1)) / 8 - 1e-6);
      expect(first.predictedWaitMs).toBeLessThanOrEqual((1000 * (sum(tickets) + 1)) / 8 + 1e-6);
      pool.arrive(leaf, { estimate: 1 });
      expect(standing().predictedWaitMs).toBeGreaterThan(first.predictedWaitMs);
    }),
    RUNS,
  );
});

it("agrees with the order in which the line then serves: within the requests that one turn of everybody takes", () => {
  fc.assert(
    fc.property(waiting, fc.constantFrom(...LEAVES), (tickets, leaf) => {
      const pool = new FairPool(LEAVES, [], 1_000);
      for (const { leaf: of } of tickets) pool.arrive(of, { estimate: 1 });
      const { position } = pool.queue.standing(leaf, pool.queue.aheadOf(leaf, 1), 1, 8);
      const newcomer = pool.arrive(leaf, { estimate: 1 });
      let served = 1;
      for (let next = pool.dispatch(); next !== null && next.ticket !== newcomer; next = pool.dispatch()) served += 1;
      expect(Math.abs(served - position)).toBeLessThanOrEqual(LEAVES.length);
    }),
    RUNS,
  );
});
