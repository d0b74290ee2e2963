import type { DemandV1 } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { compiled, deployment } from "../../../../test/builders/deployment.builder.js";
import { aRight, FairPool } from "../../../../test/builders/fair-pool.js";
import { createFleet } from "../../fleet/fleet.js";
import { createSlotShares } from "../../kernel/slot-shares.js";
import { silentTelemetry } from "../../kernel/telemetry.port.js";
import { ShareExchange } from "./share-exchange.js";

const endpoint = (id: string) => ({ id, url: `http://127.0.0.1:1/${id}`, apiKeyVariable: null, simulated: true });
const snapshotWith = (...ids: string[]) => compiled({ deployments: [deployment({ endpoints: ids.map(endpoint) })] });
const DEMAND: DemandV1 = { deploymentId: "deployment", nodeId: "a", sequences: 3, right: 1, weight: 1 };

const replica = (...ids: string[]) => {
  let current = snapshotWith(...ids);
  const pool = new FairPool(["a/x"], [aRight("a")], 8);
  const slots = createSlotShares({ now: () => 0, after: () => undefined });
  const fleet = createFleet(silentTelemetry, { clock: { monotonic: () => 0 }, slots });
  fleet.follow(current);
  const queue = { shares: () => pool.shares, demand: () => [DEMAND] };
  const exchange = new ShareExchange({ current: () => current }, { queue, fleet, slots });
  const swap = (...next: string[]): void => {
    current = snapshotWith(...next);
    fleet.follow(current);
  };
  const uses = (reports = exchange.report(Infinity)) =>
    reports?.[0]?.endpoints.map(({ endpointId, slots: all, holds }) => [endpointId, all, holds]);
  return { exchange, fleet, slots, swap, uses };
};
const answer = (...slots: [string, number][]) => [
  {
    poolId: "pool",
    basis: "",
    elsewhere: [],
    slots: slots.map(([endpointId, count]) => ({ endpointId, slots: count })),
  },
];

describe("a replica's side of the exchange", () => {
  it("is told about once a second, at once when it hurries, and never of no endpoint", () => {
    const { exchange } = replica("e");
    expect(exchange.report(1_000)?.[0]).toMatchObject({ poolId: "pool", demand: [DEMAND] });
    expect(exchange.report(1_500)).toBeUndefined();
    exchange.hurry();
    expect(exchange.report(1_500)).toBeDefined();
    expect(replica().exchange.report(1_000)).toBeUndefined();
  });

  it("says what it holds of each endpoint: its share, or what still runs when that is more", () => {
    const { exchange, fleet, uses } = replica("e", "f");
    expect(uses()).toEqual([
      ["e", 64, 0],
      ["f", 64, 0],
    ]);
    exchange.take(answer(["e", 10], ["f", 10]), 2);
    for (let times = 0; times < 7; times += 1) fleet.start("e", 1);
    exchange.take(answer(["e", 5], ["f", 5]), 2);
    exchange.hurry();
    expect(uses()).toEqual([
      ["e", 64, 7],
      ["f", 64, 5],
    ]);
    expect(fleet.view(["deployment"]).map(({ maxSequences }) => maxSequences)).toEqual([5, 5]);
  });

  it("wants nothing of an endpoint that is named no more, and still says what runs there", () => {
    const { exchange, fleet, swap, uses } = replica("e", "f");
    exchange.take(answer(["e", 10], ["f", 10]), 2);
    fleet.start("f", 2);
    swap("e");
    expect(uses()).toEqual([
      ["e", 64, 10],
      ["f", 0, 2],
    ]);
  });

  it("keeps its last shares when an answer shares nothing new, and has all where nothing is shared out", () => {
    const { exchange, slots } = replica("e");
    exchange.take(answer(["e", 10]), 2);
    exchange.take([], 2);
    expect(slots.limitOf("e", 64)).toBe(10);
    exchange.take(undefined, 1);
    expect(slots.limitOf("e", 64)).toBe(64);
  });

  it("gives everything up when it stops", () => {
    const { exchange, uses } = replica("e");
    exchange.take(answer(["e", 10]), 2);
    expect(uses(exchange.farewell())).toEqual([["e", 0, 0]]);
  });
});
