import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { UNITS_PER_GPU, unitsOf } from "../order/pool-rights.js";

type Numbers = Readonly<Record<string, number>>;

/** Each leaf asks for so many GPUs at once, a GPU-second each: what each holds once nobody else can be served. */
const fill = (pool: FairPool, asked: Iterable<readonly [leaf: string, gpus: number]>): ReadonlyMap<string, number> => {
  const held = new Map<string, number>();
  for (const [leaf, gpus] of asked) {
    held.set(leaf, 0);
    for (let times = gpus; times > 0; times -= 1) pool.arrive(leaf);
  }
  for (let done = pool.dispatch(); done !== null; done = pool.dispatch()) {
    held.set(done.ticket.leafId, (held.get(done.ticket.leafId) ?? NaN) + 1);
  }
  return held;
};

interface Queue {
  readonly deserved: number;
  readonly fairShare: number;
  readonly overQuotaWeight: number;
  readonly maxAllowed: number;
  readonly request: number;
}
interface DivisionCase {
  readonly name: string;
  readonly resource: string;
  readonly total: number;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly expectRemaining: number | null;
  readonly expectFairShare: Numbers;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** What is not divided into whole GPUs is divided into so many parts at least, and without a remainder by the weights. */
const FINE = 360;

/** What one request takes, in millionths: the largest part of which every figure is a multiple, at most one whole GPU. */
const grainOf = (resource: string, capacity: number, figures: readonly number[]): number => {
  const grain = [capacity, ...figures].map(unitsOf).reduce(commonDivisor);
  if (resource === "gpu") return commonDivisor(grain, UNITS_PER_GPU);
  return grain / Math.ceil((FINE * grain) / unitsOf(capacity));
};

/**
 * A case as a saturated pool: each queue is a ministry, whose one application asks for all of it at once. Who takes no
 * surplus (weight 0 there) may not borrow, as weight 0 here is only served last; who may have less than its right has
 * that as its right. A case that begins with the surplus has a pool that holds what was given before as well. What ran
 * before has ended: KAI's division does not read it either.
 */
const divided = ({ resource, total, queues }: DivisionCase) => {
  const given = Object.values(queues).reduce((sum, { fairShare }) => sum + fairShare, 0);
  const capacity = total + given;
  const sides = Object.entries(queues).map(([id, queue]) => {
    const limit = queue.maxAllowed < 0 ? Infinity : queue.maxAllowed;
    const nominal = Math.min(queue.deserved, limit);
    const beyond = queue.overQuotaWeight === 0 ? 0 : limit - nominal;
    const [borrowLimit, request] = [beyond === Infinity ? null : beyond, Math.min(queue.request, capacity)];
    return { id, leaf: `${id}/application`, nominal, borrowLimit, weight: queue.overQuotaWeight, request };
  });
  const figures = sides.flatMap(({ nominal, borrowLimit, request }) => [nominal, borrowLimit ?? 0, request]);
  const grain = grainOf(resource, capacity, figures);
  const counted = (amount: number) => unitsOf(amount) / grain;
  const pool = new FairPool(
    sides.map(({ leaf }) => leaf),
    sides.map(({ id, nominal, borrowLimit, weight }) =>
      aRight(id, {
        nominal: counted(nominal),
        borrowLimit: borrowLimit === null ? null : counted(borrowLimit),
        weight,
      }),
    ),
    counted(capacity),
  );
  const held = fill(
    pool,
    sides.map(({ leaf, request }) => [leaf, counted(request)]),
  );
  const shares = sides.map(({ leaf }) => ((held.get(leaf) ?? NaN) * grain) / UNITS_PER_GPU);
  return { shares, remaining: capacity - shares.reduce((sum, share) => sum + share, 0) };
};

/** What upstream asserts, by queue and of what remains, and beside it what came of it here. */
const compared = (each: DivisionCase) => {
  const { shares, remaining } = divided(each);
  const ids = Object.keys(each.queues);
  const pairs = [
    ...ids.map((id, at) => ({ here: shares[at] ?? NaN, there: each.expectFairShare[id] })),
    { here: remaining, there: each.expectRemaining ?? undefined },
  ];
  const differs = pairs.some(({ here, there }) => there !== undefined && Math.abs(here - there) > 1e-6);
  return { shares: shares.map((share) => Math.round(share * 1e6) / 1e6), pairs, differs };
};

const proportion = (names: (resource: string) => readonly string[]): string[] =>
  ["CPU", "memory"].flatMap((resource) =>
    names(resource).map((name) => `Proportion / setResourceShare - ${resource} / ${name}`),
  );
const idle = (resource: string) =>
  `three queues / no pre-allocated resources / all queues deserve the same fairShare of ${resource}`;
const full = (resource: string) =>
  `three queues / all resources allocated between 2 queues / all queues deserve the same fairShare of ${resource}`;
const MANY = "all queues request more than they deserve";
const ONE = "one queue request more than it deserves";
const BOTH = "reclaims from both allocated queues to fulfill the last unallocated queue";
const MEMORY = "Proportion / setResourceShare - memory / three queues / all resources allocated between 2 queues";
const LAST = "reclaims all resources of queue 2 and allocates allowed resource in queue 3";
const EVENLY = "two queues / Request more than total with same Over Quota and deserved - divide evenly";

type Otherwise = readonly (readonly [names: readonly string[], shares: readonly number[]])[];

/** Rights are made to fit what lives before anybody runs (ADR 0012); KAI gives each what it asks of its right, beyond the total. */
const RIGHTS_FIT_THE_POOL: Otherwise = [
  [
    [
      "Proportion / setResourceShare - GPU / single queue within quota (sanity) / gives up to deserved when over subscribed",
    ],
    [1],
  ],
  [["SetResourcesShare / one queue / Not enough resources - should gets all cluster / gpu"], [1]],
  [
    [
      ...proportion(() => ["one queue / gives deserved in over subscription"]),
      "SetResourcesShare / one queue / Not enough resources - should gets all cluster / cpu",
    ],
    [1000],
  ],
  [[`SetResourcesShare / ${EVENLY} / memory`], [500, 500]],
  [[`SetResourcesShare / ${EVENLY} / cpu`], [1500, 1500]],
  [
    [
      ...proportion((resource) => [
        `${idle(resource)} / ${MANY} / all queues get their deserved fairShare - over subscription`,
        `${full(resource)} / ${MANY} / they get deserved and compete on the available resources`,
      ]),
      `${MEMORY} / q1 uses the max allowed memory and q2 use all the rest as OQ and q1,q3 request more than they deserve / ${LAST}`,
      `${MEMORY} / ${LAST}`,
    ],
    [3333.333333, 3333.333333, 3333.333333],
  ],
  [
    proportion((resource) => [
      `${idle(resource)} / ${ONE} / ${BOTH}`,
      `${full(resource)} / ${ONE} but not allowed / ${BOTH}`,
      `${full(resource)} / ${ONE} and allowed / ${BOTH}`,
    ]),
    [4000, 4000, 2000],
  ],
];

/** Weights alone divide a surplus among ministries: an allocation has no priority that would take all of it. */
const NO_PRIORITY_IN_THE_SURPLUS: Otherwise = [
  [
    [
      "two queues / priority does affect over-quota",
      "two queues / priority does affect over-quota, even when overQuotaWeight is set",
    ],
    [3, 3],
  ],
];

/** One place at a time goes to the smallest counter, first declared at a tie: within a place of the largest remainder, and made up for by the next. */
const ONE_PLACE_AT_A_TIME: Otherwise = [
  [["two queues / distributes remainder between queues based on largest remaining"], [4, 7]],
];

const OTHERWISE = new Map(
  [RIGHTS_FIT_THE_POOL, NO_PRIORITY_IN_THE_SURPLUS, ONE_PLACE_AT_A_TIME].flatMap((cases) =>
    cases.flatMap(([names, shares]) => names.map((name) => [name, shares] as const)),
  ),
);

describe("KAI: division of a resource among siblings", () => {
  const { cases } = readCases<{ cases: DivisionCase[] }>("kai-resource-division");
  const otherwise = cases.filter(({ name }) => OTHERWISE.has(name));

  it("has 86 cases, of which 64 are decided alike", () => {
    expect(cases).toHaveLength(86);
    expect(OTHERWISE.size).toBe(22);
    expect(otherwise.map(({ name }) => name).sort()).toEqual([...OTHERWISE.keys()].sort());
  });

  it.each(cases.filter(({ name }) => !OTHERWISE.has(name)))("$name", (each) => {
    for (const { here, there } of compared(each).pairs) expect(here).toBeCloseTo(there ?? here, 6);
  });

  it.each(otherwise)("otherwise: $name", (each) => {
    const { shares, differs } = compared(each);
    expect(shares).toEqual(OTHERWISE.get(each.name));
    expect(differs).toBe(true);
  });
});

describe("Volcano: hierarchical dominant resource fairness", () => {
  interface Tenant {
    readonly weights: string;
    readonly tasks: number;
    readonly perTask: Numbers;
  }
  const { cases } = readCases<{
    cases: {
      name: string;
      capacity: Numbers;
      tree: Readonly<Record<string, Tenant>>;
      expectAllocated: Readonly<Record<string, Numbers>>;
    }[];
  }>("volcano-hdrf");
  // One resource is one pool; who does not ask in it is not counted there, which is what HDRF calls blocked.
  it.each(cases)("$name", ({ capacity, tree, expectAllocated }) => {
    expect.hasAssertions();
    for (const [resource, total] of Object.entries(capacity)) {
      const weights = new Map<string, number>();
      const tenants = Object.entries(tree).map(([path, { weights: levels, tasks, perTask }]) => {
        const [, ministry = "", application = "application"] = path.split("/");
        const [, ofMinistry = NaN, ofApplication = 1] = levels
          .split("/")
          .map((word) => Number(word.replace(/[^0-9.]/gu, "")));
        const leaf = `${ministry}/${application}`;
        weights.set(ministry, ofMinistry).set(leaf, ofApplication);
        return { path, leaf, asked: tasks * (perTask[resource] ?? 0) };
      });
      const rights = [...weights].map(([id, weight]) => aRight(id, { weight }));
      const pool = new FairPool(
        tenants.map(({ leaf }) => leaf),
        rights,
        total,
      );
      const held = fill(
        pool,
        tenants.map(({ leaf, asked }) => [leaf, asked]),
      );
      for (const { path, leaf } of tenants) {
        expect(held.get(leaf), `${path} ${resource}`).toBe(expectAllocated[path]?.[resource]);
      }
    }
  });
});
