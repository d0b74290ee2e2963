import { describe, expect, it } from "vitest";
import { aDeployment } from "../../../../test/builders/inference-scene.js";
import { poolRights } from "../fair-share/order/pool-rights.js";
import { PoolShares } from "../fair-share/order/pool-shares.js";
import { deploymentsWithinGuarantee, throttleOf } from "./within-guarantee.js";

const PATH = ["application", "use-case", "direction", "ministry", "state"];
const OTHER = ["other application", "other ministry", "state"];

/** A pool of 10 GPUs in which the ministry holds 4, 2 of them guaranteed, and another ministry nothing. */
const ministryPool = (guarantee: number): PoolShares => {
  const nodes = [
    { id: "", parentId: null },
    { id: "state", parentId: "" },
    ...[PATH, OTHER].flatMap((path) => path.slice(0, -1).map((id, level) => ({ id, parentId: path[level + 1] ?? "" }))),
  ];
  const right = { nodeId: "ministry", nominal: 4, guarantee, lendLimit: null, borrowLimit: null, weight: 1 };
  const made = poolRights(nodes, [right], 10);
  if (!made.ok) throw new Error("the rights do not fit");
  return new PoolShares(made.rights, 0);
};
const allowed = (shares: PoolShares, now: number, path = PATH): string[] =>
  deploymentsWithinGuarantee(
    { shares: (poolId) => (poolId === "pool" ? shares : undefined) },
    path,
    [aDeployment({ id: "here" }), aDeployment({ id: "elsewhere", poolId: "no-right" })],
    now,
  ).map(({ id }) => id);

it("lets a throttled request run while its node has some of its guarantee, and again once it is refilled", () => {
  const shares = ministryPool(2);
  expect(allowed(shares, 0)).toEqual(["here"]);
  const leaf = shares.tree.indexOf.get("application") ?? -1;
  shares.dispatch(leaf, 1_000_000, 0, 0);
  expect(allowed(shares, 0)).toEqual([]);
  expect(allowed(shares, 1e12)).toEqual(["here"]);
});

it("lets it run nowhere when nothing is guaranteed to its node", () => {
  expect(allowed(ministryPool(0), 0)).toEqual([]);
  // What the State has for the sake of another ministry is not its own.
  expect(allowed(ministryPool(2), 0, OTHER)).toEqual([]);
});

describe("a throttle while waiting", () => {
  const ceiling = {
    id: "budget",
    nodeId: "ministry",
    kind: "budget",
    unit: "token",
    value: 1_000,
    onExhaust: "throttle_to_guarantee",
    hard: true,
    periodEnd: null,
  } as const;
  const throttled = (shares: PoolShares, left: number, over: Partial<typeof ceiling> | { onExhaust: "block" } = {}) =>
    throttleOf(
      { queue: { shares: () => shares }, book: { outlook: () => ({ free: 10, left, endsInMs: 1_000 }) } },
      { path: PATH },
      { amounts: { inputTokens: 100, requests: 1 } },
      { ceilings: [{ ...ceiling, ...over }], withinGuaranteeOnly: false },
    );

  it("holds from when a request of its size would find a budget used up, and costs nothing without such a budget", () => {
    const shares = ministryPool(2);
    expect(throttled(shares, 90)?.holds(0)).toBe(false);
    expect(throttled(shares, 89)?.holds(0)).toBe(true);
    expect(throttled(shares, 0, { onExhaust: "block" })).toBeNull();
  });

  it("tells for how long, so that nothing has to be polled", () => {
    const shares = ministryPool(2);
    const here = [aDeployment({ id: "here" })];
    expect(throttled(shares, 0)?.msUntilWithin(here, 0)).toBe(0);
    shares.dispatch(shares.tree.indexOf.get("application") ?? -1, 100, 0, 0);
    const inMs = throttled(shares, 0)?.msUntilWithin(here, 0) ?? 0;
    expect(throttled(shares, 0)?.within(here, inMs - 2)).toEqual([]);
    expect(throttled(shares, 0)?.within(here, inMs)).toEqual(here);
    expect(throttled(ministryPool(0), 0)?.msUntilWithin(here, 0)).toBe(Infinity);
  });
});
