import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolRights, UNITS_PER_GPU } from "../order/pool-rights.js";
import { divide } from "./divide.js";
import type { Claim } from "./divide.js";
import { fairShares } from "./fair-shares.js";
import { fitCapacity } from "./fit-capacity.js";

const RUNS = { numRuns: 1_000 };
const count = fc.nat({ max: 60 });

const claims = fc
  .array(
    fc.record({
      deserved: count,
      limit: fc.oneof(count, fc.constant(Infinity)),
      request: count,
      weight: fc.integer({ min: 1, max: 5 }),
      priority: fc.nat({ max: 2 }),
      age: fc.nat({ max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.map((claim, at): Claim => ({ ...claim, id: `c${at}` })));

const askedOf = ({ limit, request }: Claim) => Math.min(limit, request);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
/** Rights that the capacity covers, as `fitCapacity` makes them. */
const covered = (list: readonly Claim[], capacity: number): Claim[] => {
  const fitted = fitCapacity(
    list.map(({ id, deserved }) => ({ id, nominal: deserved, guarantee: 0, criticality: 4 })),
    capacity,
  );
  return list.map((claim, at) => ({ ...claim, deserved: fitted[at]?.nominal ?? 0 }));
};

describe("division", () => {
  it("P5: does not depend on the order of the claims", () => {
    fc.assert(
      fc.property(count, claims, fc.array(fc.nat()), (amount, list, keys) => {
        const shuffled = list
          .map((claim, at) => ({ claim, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        const shareOf = (of: readonly Claim[]) => {
          const { shares } = divide(amount, of);
          return new Map(of.map(({ id }, at) => [id, shares[at]]));
        };
        const [one, other] = [shareOf(list), shareOf(shuffled)];
        for (const [id, share] of one) expect(other.get(id)).toBe(share);
      }),
      RUNS,
    );
  });

  it("P6: more capacity never lowers a share by more than the unit that rounding moves", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 20 }), claims, (amount, more, list) => {
        const fit = covered(list, amount);
        const [before, after] = [divide(amount, fit).shares, divide(amount + more, fit).shares];
        for (const [at, share] of before.entries()) expect(after[at] ?? 0).toBeGreaterThanOrEqual(share - 1);
        const exact = [divide(amount, fit, false).shares, divide(amount + more, fit, false).shares];
        for (const [at, share] of (exact[0] ?? []).entries()) {
          expect(exact[1]?.[at] ?? 0).toBeGreaterThanOrEqual(share - 1e-9);
        }
      }),
      RUNS,
    );
  });

  it("P7: integer shares add up to the capacity or to all that is asked, and nobody gets more than it asks", () => {
    fc.assert(
      fc.property(count, claims, (amount, list) => {
        const fit = covered(list, amount);
        const { shares, remaining } = divide(amount, fit);
        expect(sum(shares)).toBe(Math.min(amount, sum(fit.map(askedOf))));
        expect(sum(shares) + remaining).toBe(amount);
        for (const [at, claim] of fit.entries()) {
          const share = shares[at] ?? NaN;
          expect(Number.isInteger(share)).toBe(true);
          expect(share).toBeLessThanOrEqual(askedOf(claim));
          expect(share).toBeGreaterThanOrEqual(Math.min(claim.deserved, askedOf(claim)));
        }
      }),
      RUNS,
    );
  });
});

describe("down the tree", () => {
  it("P7 at every level, and P5: the order of the nodes does not matter", () => {
    const leaves = fc.array(fc.tuple(fc.nat({ max: 3 }), count, fc.nat({ max: 4 })), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.nat({ max: 40 }), leaves, (capacity, list) => {
        const organisations = [...new Set(list.map(([o]) => `o${o}`))];
        const nodes = [
          { id: "", parentId: null },
          { id: "state", parentId: "" },
          ...organisations.map((id) => ({ id, parentId: "state" })),
          ...list.map(([o], at) => ({ id: `l${at}`, parentId: `o${o}` })),
        ];
        const none = { lendLimit: null, borrowLimit: null, guarantee: 0, weight: 1 };
        const granted = organisations.map((nodeId, at) => ({ ...none, nodeId, nominal: at }));
        const sharesOf = (of: typeof nodes) => {
          const made = poolRights(of, granted, capacity);
          if (!made.ok) throw new Error(made.reason);
          const { tree } = made.rights;
          const requests = tree.ids.map((id) => (id.startsWith("l") ? (list[Number(id.slice(1))]?.[1] ?? 0) : 0));
          const units = requests.map((gpus) => gpus * UNITS_PER_GPU);
          return { tree, shares: fairShares(made.rights, capacity * UNITS_PER_GPU, units), units };
        };
        const { tree, shares, units } = sharesOf(nodes);
        expect(shares[0]).toBe(Math.min(capacity * UNITS_PER_GPU, sum(units)));
        for (let n = 0; n < tree.size; n += 1) {
          const [from, end] = [tree.firstChild[n] ?? 0, tree.endChild[n] ?? 0];
          if (from < end) expect(sum([...shares.slice(from, end)])).toBe(shares[n]);
        }
        const turned = sharesOf([...nodes].reverse());
        for (const [at, id] of tree.ids.entries()) {
          expect(turned.shares[turned.tree.indexOf.get(id) ?? -1], id).toBe(shares[at]);
        }
      }),
      RUNS,
    );
  });
});

describe("when less lives than was promised", () => {
  const rights = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 6,
  });
  it("keeps within capacity, guarantees by criticality, and reports what is missing", () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), rights, (capacity, list) => {
        const asked = list.map(([nominal, guarantee, criticality], at) => ({
          id: `r${at}`,
          nominal,
          guarantee: Math.min(nominal, guarantee),
          criticality,
        }));
        const fitted = fitCapacity(asked, capacity);
        const promised = sum(asked.map(({ nominal }) => nominal));
        expect(sum(fitted.map(({ nominal }) => nominal))).toBe(Math.min(capacity, promised));
        for (const [at, right] of asked.entries()) {
          const now = fitted[at];
          expect(now?.shortfall).toBe(right.nominal - (now?.nominal ?? NaN));
          if ((now?.guarantee ?? 0) >= right.guarantee) continue;
          // Whose guarantee is cut takes everything from the less critical first.
          const below = fitted.filter((_, other) => (asked[other]?.criticality ?? 0) > right.criticality);
          expect(sum(below.map(({ nominal }) => nominal))).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it("an example: 6 GPUs of 10, two critical guarantees of 2 and one of 3", () => {
    const right = (id: string, nominal: number, guarantee: number, criticality: number) => ({
      id,
      nominal,
      guarantee,
      criticality,
    });
    const fitted = fitCapacity([right("a", 4, 2, 1), right("b", 3, 2, 1), right("c", 3, 3, 4)], 6);
    expect(fitted).toEqual([
      { id: "a", nominal: 2, guarantee: 2, shortfall: 2 },
      { id: "b", nominal: 2, guarantee: 2, shortfall: 1 },
      { id: "c", nominal: 2, guarantee: 2, shortfall: 1 },
    ]);
  });
});
