import { describe, expect, it } from "vitest";
import { aRight, FairPool } from "../../../../../test/builders/fair-pool.js";
import { BORROWING } from "../order/tiers.js";
import { answerReports, nothingCounted, reportShares, takeUpdate } from "./exchange.js";

const replica = (name: string) => {
  const pool = new FairPool(["a/x", "b/x"], [aRight("a", { weight: 2 })], 100);
  const counted = nothingCounted();
  return {
    name,
    pool,
    serve(leaf: string, gpuSeconds: number) {
      pool.arrive(leaf, { estimate: gpuSeconds });
      return pool.dispatch()?.charge;
    },
    report: (backlog = 0) => ({
      replica: name,
      reports: [reportShares("pool", pool.shares, [{ deploymentId: "d", gpuSeconds: backlog }])],
    }),
    take: (updates: ReturnType<typeof answerReports>) => {
      for (const update of updates) takeUpdate(update, pool.shares, counted);
    },
    counter: (node: string) => pool.shares.counters.counterOf(pool.node(node), BORROWING),
  };
};

const exchange = (replicas: readonly ReturnType<typeof replica>[], generation = 1) => {
  const reports = replicas.map((each) => each.report());
  for (const each of replicas) each.take(answerReports(each.name, reports, new Map([["d", 8]]), generation));
};

describe("exchange between replicas", () => {
  it("makes every replica count the service of all, in GPU-seconds for each unit of weight", () => {
    const [one, two] = [replica("one"), replica("two")];
    exchange([one, two]);
    one.serve("a/x", 6);
    two.serve("a/x", 2);
    exchange([one, two]);
    for (const each of [one, two]) expect(each.counter("a")).toBe(4);
    two.serve("b/x", 3);
    exchange([one, two]);
    expect([one.counter("a"), one.counter("b")]).toEqual([4, 3]);
  });

  it("changes nothing when a call is repeated, follows corrections, and takes a new set of replicas as a new base", () => {
    const [one, two, three] = [replica("one"), replica("two"), replica("three")];
    exchange([one, two]);
    const charge = two.serve("a/x", 8);
    exchange([one, two]);
    exchange([one, two]);
    expect(one.counter("a")).toBe(4);
    if (charge !== undefined) two.pool.shares.end(charge, 2);
    exchange([one, two]);
    expect(one.counter("a")).toBe(1);
    three.serve("b/x", 50);
    exchange([one, two, three], 2);
    expect(one.counter("b")).toBe(0);
    three.serve("b/x", 5);
    exchange([one, two, three], 2);
    expect(one.counter("b")).toBe(5);
  });

  it("shares slots in proportion to what waits, without losing one", () => {
    const replicas = [replica("one").report(30), replica("two").report(10), replica("three").report(0)];
    const slots = replicas.map(
      ({ replica: name }) => answerReports(name, replicas, new Map([["d", 100]]), 1)[0]?.slots[0]?.slots ?? NaN,
    );
    expect(slots).toEqual([73, 25, 2]);
    const idle = ["one", "two", "three"].map((name) => replica(name).report());
    expect(
      idle.map(({ replica: name }) => answerReports(name, idle, new Map([["d", 8]]), 1)[0]?.slots[0]?.slots),
    ).toEqual([3, 3, 2]);
  });
});
