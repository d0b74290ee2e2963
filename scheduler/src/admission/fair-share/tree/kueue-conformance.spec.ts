import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { dominantShare } from "./dominant-share.js";
import { NO_QUOTA, QuotaTree } from "./quota-tree.js";
import { compileTree } from "./share-tree.js";
import type { ShareTree } from "./share-tree.js";

interface Key {
  readonly flavor: string;
  readonly resource: string;
}
interface Quota extends Key {
  readonly nominal: number;
  readonly borrowingLimit: number | null;
  readonly lendingLimit: number | null;
}
interface Amount extends Key {
  readonly clusterQueue: string;
  readonly amount: number;
}
interface Scene {
  readonly name: string;
  readonly clusterQueues: readonly { name: string; cohort: string | null; weight: number; quotas: readonly Quota[] }[];
  readonly cohorts: readonly { name: string; parent: string | null; weight: number; quotas: readonly Quota[] }[];
  readonly usage: readonly Amount[];
}

const keyOf = ({ flavor, resource }: Key): string => `${flavor} ${resource}`;

interface World {
  readonly tree: ShareTree;
  /** One pool a (flavour, resource). */
  readonly pools: ReadonlyMap<string, QuotaTree>;
  readonly weightOf: (node: string) => number;
  /** Whether a queue has any quota, even none, in a pool: Kueue only looks there. */
  readonly looksAt: (node: string, key: string) => boolean;
}

const worldOf = (scene: Scene): World => {
  const queues = scene.clusterQueues.map(({ name, cohort, ...rest }) => ({
    id: `cq ${name}`,
    parent: cohort,
    ...rest,
  }));
  const named = scene.cohorts.map(({ name, ...rest }) => ({ id: `cohort ${name}`, ...rest }));
  const parents = [...queues, ...named].flatMap(({ parent }) => (parent === null ? [] : [`cohort ${parent}`]));
  const implicit = [...new Set(parents)].filter((id) => !named.some((cohort) => cohort.id === id));
  const all = [...queues, ...named, ...implicit.map((id) => ({ id, parent: null, weight: 1, quotas: [] }))];
  const compiled = compileTree(
    all.map(({ id, parent }) => ({ id, parentId: parent === null ? null : `cohort ${parent}` })),
  );
  if (!compiled.ok) throw new Error(compiled.reason);
  const { tree } = compiled;
  const keys = new Set([...all.flatMap(({ quotas }) => quotas.map(keyOf)), ...scene.usage.map(keyOf)]);
  const pools = new Map<string, QuotaTree>();
  for (const key of keys) {
    const quotas = tree.ids.map((id) => {
      const quota = all.find((node) => node.id === id)?.quotas.find((each) => keyOf(each) === key);
      if (quota === undefined) return NO_QUOTA;
      const { nominal, borrowingLimit, lendingLimit } = quota;
      return { own: nominal, guarantee: 0, lendLimit: lendingLimit, borrowLimit: borrowingLimit };
    });
    pools.set(key, new QuotaTree(tree, quotas));
  }
  for (const used of scene.usage) {
    pools.get(keyOf(used))?.addUsage(tree.indexOf.get(`cq ${used.clusterQueue}`) ?? -1, used.amount);
  }
  return {
    tree,
    pools,
    weightOf: (node) => all.find(({ id }) => id === node)?.weight ?? 1,
    looksAt: (node, key) =>
      !node.startsWith("cq") || all.some(({ id, quotas }) => id === node && quotas.some((each) => keyOf(each) === key)),
  };
};

describe("Kueue: available and potentially available quota", () => {
  const { cases } = readCases<{
    cases: (Scene & { expectAvailable: Amount[]; expectPotentiallyAvailable: Amount[] })[];
  }>("kueue-available-quota");
  expect(cases).toHaveLength(8);
  it.each(cases)("$name", (scene) => {
    const { tree, pools } = worldOf(scene);
    const at = (amount: Amount) => {
      const pool = pools.get(keyOf(amount));
      const node = tree.indexOf.get(`cq ${amount.clusterQueue}`);
      if (pool === undefined || node === undefined) throw new Error("unexpected");
      return { pool, node };
    };
    for (const expected of scene.expectAvailable) {
      const { pool, node } = at(expected);
      expect(Math.max(0, pool.available(node)), JSON.stringify(expected)).toBe(expected.amount);
    }
    for (const expected of scene.expectPotentiallyAvailable) {
      const { pool, node } = at(expected);
      expect(pool.potential(node), JSON.stringify(expected)).toBe(expected.amount);
    }
  });
});

describe("Kueue: dominant resource share", () => {
  interface Expected {
    readonly node: string;
    readonly type: "clusterQueue" | "cohort";
    readonly share: number;
    readonly dominantResource: string;
    readonly borrowing: boolean;
  }
  const { cases } = readCases<{ cases: (Scene & { request: (Key & { amount: number })[]; expect: Expected[] })[] }>(
    "kueue-dominant-resource-share",
  );
  expect(cases).toHaveLength(16);
  it.each(cases)("$name", (scene) => {
    const { tree, pools, weightOf, looksAt } = worldOf(scene);
    for (const expected of scene.expect) {
      const id = `${expected.type === "cohort" ? "cohort" : "cq"} ${expected.node}`;
      const node = tree.indexOf.get(id) ?? -1;
      const resources = [...new Set([...pools.keys()].map((key) => key.split(" ")[1] ?? ""))].sort();
      const sums = resources.map((resource) => {
        const sum = { borrowed: 0, lendable: 0 };
        for (const [key, pool] of pools) {
          if (key.split(" ")[1] !== resource || tree.parent[node] === -1) continue;
          const more = scene.request.find((each) => keyOf(each) === key)?.amount ?? 0;
          if (looksAt(id, key)) sum.borrowed += pool.borrowed(node, more);
          sum.lendable += pool.lendable(node);
        }
        return sum;
      });
      const share = dominantShare(sums, weightOf(id));
      const perWeight = share.unweighted === 0 ? 0 : share.unweighted / share.weight;
      expect(Math.min(2 ** 63, Math.ceil(perWeight)), id).toBe(expected.share);
      expect(resources[share.dominant] ?? "", id).toBe(expected.dominantResource);
      expect(
        sums.some(({ borrowed }) => borrowed > 0),
        id,
      ).toBe(expected.borrowing);
    }
  });
});

describe("Kueue: borrowing on the requested flavour", () => {
  const { cases } = readCases<{
    cases: {
      name: string;
      usage: (Key & { amount: number })[];
      requested: Key[];
      expectBorrowing: boolean;
      expectBorrowingOnRequested: boolean;
    }[];
  }>("kueue-borrowing-on-requested-flavor");
  const quota = (resource: string, nominal: number): Quota => ({
    flavor: "default",
    resource,
    nominal,
    borrowingLimit: null,
    lendingLimit: null,
  });
  it.each(cases)("$name", ({ usage, requested, expectBorrowing, expectBorrowingOnRequested }) => {
    const { tree, pools } = worldOf({
      name: "two queues of one cohort",
      clusterQueues: [
        { name: "cq", cohort: "cohort", weight: 1, quotas: [quota("cpu", 2000), quota("example.com/gpu", 5)] },
        { name: "lending-cq", cohort: "cohort", weight: 1, quotas: [quota("cpu", 8000), quota("example.com/gpu", 5)] },
      ],
      cohorts: [],
      usage: usage.map((each) => ({ ...each, clusterQueue: "cq" })),
    });
    const node = tree.indexOf.get("cq cq") ?? -1;
    const borrowsOn = (key: string) => (pools.get(key)?.borrowed(node) ?? 0) > 0;
    expect([...pools.keys()].some(borrowsOn)).toBe(expectBorrowing);
    expect(requested.map(keyOf).some(borrowsOn)).toBe(expectBorrowingOnRequested);
  });
});
