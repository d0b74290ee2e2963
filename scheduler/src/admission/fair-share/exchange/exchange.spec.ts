import type { NodeServiceV1, PoolShareReportV1, PoolShareUpdateV1 } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { deployment as aDeployment } from "../../../../../test/builders/deployment.builder.js";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { BORROWING } from "../order/tiers.js";
import { branchDemand, branchesOf } from "./branch-demand.js";
import { nothingCounted, reportShares, takeUpdate } from "./exchange.js";

const replica = (rights = [aRight("a", { weight: 2 })]) => {
  const pool = new FairPool(["a/x", "b/x"], rights, 100);
  const counted = nothingCounted();
  return {
    pool,
    serve(leaf: string, gpuSeconds: number) {
      pool.arrive(leaf, { estimate: gpuSeconds });
      const charge = pool.dispatch()?.charge;
      if (charge === undefined) throw new Error("nobody was served");
      return charge;
    },
    report: (): PoolShareReportV1 => reportShares("pool", pool.shares, [], []),
    take(elsewhere: readonly NodeServiceV1[], basis = "other/1") {
      const update: PoolShareUpdateV1 = { poolId: "pool", basis, elsewhere, slots: [] };
      takeUpdate(update, pool.shares, counted);
    },
    counter: (node: string) => pool.shares.counters.counterOf(pool.node(node), BORROWING),
  };
};

/** Both hear what the other gave, as the control plane would answer. */
const exchange = (one: ReturnType<typeof replica>, two: ReturnType<typeof replica>) => {
  const reports = [one.report(), two.report()];
  one.take(reports[1]?.given ?? []);
  two.take(reports[0]?.given ?? []);
};

describe("exchange between replicas", () => {
  it("makes every replica count the service of all, in GPU-seconds for each unit of weight", () => {
    const [one, two] = [replica(), replica()];
    exchange(one, two);
    one.serve("a/x", 6);
    two.serve("a/x", 2);
    exchange(one, two);
    for (const each of [one, two]) expect(each.counter("a")).toBe(4);
    two.serve("b/x", 3);
    exchange(one, two);
    expect([one.counter("a"), one.counter("b")]).toEqual([4, 3]);
  });

  it("changes nothing when an answer says the same again, and follows corrections", () => {
    const [one, two] = [replica(), replica()];
    exchange(one, two);
    const charge = two.serve("a/x", 8);
    exchange(one, two);
    exchange(one, two);
    expect(one.counter("a")).toBe(4);
    two.pool.shares.end(charge, 2);
    exchange(one, two);
    expect(one.counter("a")).toBe(1);
  });

  it("takes another set of replicas as a base, and counts from there", () => {
    const [one, three] = [replica(), replica()];
    one.take([]);
    three.serve("b/x", 50);
    one.take(three.report().given, "other/1 third/1");
    expect(one.counter("b")).toBe(0);
    three.serve("b/x", 5);
    one.take(three.report().given, "other/1 third/1");
    expect(one.counter("b")).toBe(5);
  });

  it("lets no node bank what it left idle while others were served elsewhere, nor pay for being served there", () => {
    const one = replica([]);
    one.take([]);
    one.take([{ nodeId: "b", gpuSeconds: [0, 0, 500], occupied: 0 }]);
    one.pool.arrive("a/x", { estimate: 1 });
    one.pool.arrive("b/x", { estimate: 1 });
    expect([one.counter("a"), one.counter("b")]).toEqual([500, 500]);
  });

  it("bounds by what runs everywhere: a guarantee is lent at no replica", () => {
    const one = replica([aRight("a", { nominal: 60, guarantee: 60 })]);
    const available = () => one.pool.shares.quota.available(one.pool.node("b/x")) / 1e6;
    expect(available()).toBe(40);
    one.take([{ nodeId: "b/x", gpuSeconds: [0, 0, 1], occupied: 30e6 }]);
    expect(available()).toBe(10);
    one.pool.follow([aRight("a", { nominal: 50, guarantee: 50 })], 100);
    expect(available()).toBe(20);
    one.take([]);
    expect(available()).toBe(50);
  });

  it("tells what runs here, by leaf, and nothing of what was told", () => {
    const one = replica();
    one.take([{ nodeId: "a/x", gpuSeconds: [0, 0, 7], occupied: 3e6 }]);
    const charge = one.serve("a/x", 2);
    const said = () => one.report().given.map(({ nodeId, occupied }) => [nodeId, occupied / 1e6]);
    expect(said()).toEqual([
      ["a/x", 1],
      ["use case of a", 0],
      ["direction of a", 0],
      ["a", 0],
      ["state", 0],
    ]);
    one.pool.shares.vacate(charge);
    expect(said()[0]).toEqual(["a/x", 0]);
  });
});

describe("demand by branch", () => {
  it("is counted for the first nodes among which there is a choice", () => {
    const { shares } = new FairPool(["a/x", "a/y", "b/x"], [], 8);
    expect(branchesOf(shares.tree).map((branch) => shares.tree.ids[branch])).toEqual(["a", "b"]);
  });

  it("is what runs and what waits of one deployment, with the branch's right in sequences and its weight", () => {
    const pool = new FairPool(["a/x", "b/x"], [aRight("a", { nominal: 3, weight: 2 })], 8);
    const base = aDeployment();
    const deployment = { ...base, gpusPerReplica: 2, profile: { ...base.profile, maxSequences: 16 } };
    pool.shares.dispatch(pool.node("a/x"), 1, 1e6, 0, { deploymentId: deployment.id, sequences: 4 });
    pool.shares.dispatch(pool.node("b/x"), 1, 1e6, 0, { deploymentId: "another", sequences: 1 });
    pool.arrive("a/x");
    const waitingUnder = (node: number) => pool.queue.waitingUnder(node);
    expect(branchDemand(pool.shares, { deployment, waitingUnder })).toEqual([
      { deploymentId: deployment.id, nodeId: "a", sequences: 5, right: 24, weight: 2 },
    ]);
  });
});
