import { expect, it } from "vitest";
import { aDeployment } from "../../../../test/builders/inference-scene.js";
import { poolRights } from "../fair-share/order/pool-rights.js";
import { PoolShares } from "../fair-share/order/pool-shares.js";
import { deploymentsWithinGuarantee } from "./within-guarantee.js";

const PATH = ["application", "use-case", "ministry", "state"];

/** A pool of 10 GPUs in which the ministry holds 4, 2 of them guaranteed. */
const ministryPool = (guarantee: number): PoolShares => {
  const nodes = PATH.map((id, level) => ({ id, parentId: PATH[level + 1] ?? null }));
  const right = { nodeId: "ministry", nominal: 4, guarantee, lendLimit: null, borrowLimit: null, weight: 1 };
  const made = poolRights(nodes, [right], 10);
  if (!made.ok) throw new Error("the rights do not fit");
  return new PoolShares(made.rights, 0);
};
const allowed = (shares: PoolShares, now: number): string[] =>
  deploymentsWithinGuarantee(
    { shares: (poolId) => (poolId === "pool" ? shares : undefined) },
    PATH,
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
});
