import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { poolRights, UNITS_PER_GPU } from "../order/pool-rights.js";
import { requestCost } from "../queue/request-cost.js";
import { fairShares } from "./fair-shares.js";

type Numbers = Readonly<Record<string, number>>;

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
    for (const [resource, total] of Object.entries(capacity)) {
      const weights = new Map<string, number>();
      for (const [path, { weights: levels }] of Object.entries(tree)) {
        const parts = path.split("/");
        const numbers = levels.split("/").map((word) => Number(word.replace(/[^0-9.]/gu, "")));
        parts.forEach((_, at) => weights.set(parts.slice(0, at + 1).join("/"), numbers[at] ?? 1));
      }
      const ids = [...weights.keys()];
      const nodes = ids.map((id) => ({ id, parentId: id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : null }));
      const granted = ids.map((nodeId) => ({
        nodeId,
        nominal: 0,
        guarantee: 0,
        lendLimit: null,
        borrowLimit: null,
        weight: weights.get(nodeId) ?? 1,
      }));
      const made = poolRights(nodes, granted, total);
      if (!made.ok) throw new Error(made.reason);
      const requests = made.rights.tree.ids.map((id) => {
        const tenant = tree[id];
        return tenant === undefined ? 0 : tenant.tasks * (tenant.perTask[resource] ?? 0) * UNITS_PER_GPU;
      });
      const shares = fairShares(made.rights, total * UNITS_PER_GPU, requests);
      for (const [id, expected] of Object.entries(expectAllocated)) {
        const share = shares[made.rights.tree.indexOf.get(id) ?? -1] ?? NaN;
        expect(share / UNITS_PER_GPU, `${id} ${resource}`).toBe(expected[resource]);
      }
    }
  });
});

describe("Slurm: billing and fair share", () => {
  interface SlurmCase {
    readonly name: string;
    readonly fn: "classic" | "billing";
    readonly mode?: "SUM" | "MAX_TRES" | "MAX_TRES_GRES";
    readonly weights?: Numbers;
    readonly allocated?: Numbers;
    readonly expectBilling?: number;
  }
  const { cases } = readCases<{ cases: SlurmCase[] }>("slurm-fairshare-and-billing");

  /** Cases that Socle does not follow. */
  const NOT_FOLLOWED: Readonly<Record<string, string>> = {
    classic:
      "past use enters as P = max(0, W + k(W − U)) on the weights of the surplus (KAI); no factor 2^(−U/S) ranks people",
    MAX_TRES: "one currency: every part of a request costs GPU-seconds, and parts add up",
    MAX_TRES_GRES: "one currency: every part of a request costs GPU-seconds, and parts add up",
  };
  const reasonOf = ({ fn, mode }: SlurmCase) => NOT_FOLLOWED[mode ?? fn];

  it("names what is not followed", () => {
    expect(cases.filter((each) => reasonOf(each) !== undefined)).toHaveLength(4);
  });

  it.each(cases.filter((each) => reasonOf(each) === undefined))("$name", ({ weights, allocated, expectBilling }) => {
    const profile = {
      alphaSeconds: 0,
      referenceBatch: 1,
      maxSequences: 1,
      prefillSecondsPerToken: weights?.["memGiB"] ?? NaN,
      betaSeconds: weights?.["cpu"] ?? NaN,
    };
    const tokens = { input: allocated?.["memGiB"] ?? NaN, output: allocated?.["cpu"] ?? NaN };
    const other = (allocated?.["licA"] ?? NaN) * (weights?.["licA"] ?? NaN);
    expect(Math.trunc(requestCost(profile, tokens, 1) + other)).toBe(expectBilling);
  });
});
