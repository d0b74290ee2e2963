import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { PgTransactions } from "../../control-plane/src/platform/database/pg-transactions.js";
import { PgBudgetRepository } from "../../control-plane/src/allocation/adapters/postgres/pg-budget.repository.js";
import { PgUsageLimitRepository } from "../../control-plane/src/allocation/adapters/postgres/pg-usage-limit.repository.js";
import { PgLeaseStore } from "../../control-plane/src/allocation/adapters/postgres/pg-lease.store.js";
import { PgNodeDirectory } from "../../control-plane/src/allocation/adapters/postgres/pg-node-directory.js";
import { PgPoolActivityStore } from "../../control-plane/src/allocation/adapters/postgres/pg-pool-activity.store.js";
import { PgPoolShareStore } from "../../control-plane/src/allocation/adapters/postgres/pg-pool-share.store.js";
import { ceilingsBehaviour } from "../../control-plane/src/allocation/ports/ceilings.behaviour.js";
import { poolSharesBehaviour } from "../../control-plane/src/allocation/ports/pool-shares.behaviour.js";
import { leaseBlocks } from "../../control-plane/src/allocation/use-cases/lease-blocks.js";
import {
  leaseStoreBehaviour,
  type LeaseWorld,
} from "../../control-plane/src/allocation/ports/lease-store.behaviour.js";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../fakes/database.js";
import { FixedClock } from "../fakes/use-case-runner.js";
import { asOwner } from "../fakes/owner-statements.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";

const db = useDatabase();

async function makeWorld(): Promise<LeaseWorld> {
  const clock = new FixedClock();
  const transactions = new PgTransactions(db.dataSource, clock, systemIds);
  const run: LeaseWorld["run"] = (work) =>
    transactions.write(systemActor("test"), "test", async (ctx) => ({ commit: true, value: await work(ctx) }));
  await asOwner(
    db,
    "TRUNCATE budget, budget_alert, usage_limit, budget_period, lease_holding, lease_call, pool_activity, pool_share",
  );
  const [root, ministry] = await run(async (ctx) => {
    const state = await stateOrganisation(ctx);
    return [state, await insertOrganisation(ctx, state)] as const;
  });
  return {
    root,
    ministry,
    nodes: new PgNodeDirectory(),
    budgets: new PgBudgetRepository(),
    limits: new PgUsageLimitRepository(),
    leases: new PgLeaseStore(),
    activity: new PgPoolActivityStore(),
    shares: new PgPoolShareStore(),
    moveTo: (at) => clock.moveTo(at),
    run,
  };
}

leaseStoreBehaviour("PostgreSQL", makeWorld);
ceilingsBehaviour("PostgreSQL", makeWorld);
poolSharesBehaviour("PostgreSQL", makeWorld);

describe("leases under concurrency", () => {
  it("never passes the ceiling when replicas ask at the same moment, and repeats one answer to duplicates", async () => {
    const world = await makeWorld();
    const budget = await world.run((ctx) =>
      world.budgets.save(
        ctx,
        {
          id: ctx.ids.next(),
          nodeId: world.ministry,
          nodeType: "organisation",
          organisationId: world.ministry,
          unit: "token",
          period: "month",
          amount: 1000,
          modelId: null,
          onExhaust: "block",
          hard: true,
          firstMonth: 1,
        },
        ctx.clock.now(),
      ),
    );
    const ask = (replica: string) =>
      world.run((ctx) =>
        leaseBlocks(world)(ctx, {
          replica,
          epoch: 1,
          call: 1,
          closedEpochs: [],
          wants: [{ budgetId: budget.id, least: 200, wanted: 200 }],
          returns: [],
          activity: [],
        }),
      );
    const replicas = Array.from({ length: 12 }, (_, index) => `r${String(index % 6)}`);
    const answers = await Promise.all(replicas.map(ask));
    replicas.forEach((_, index) => expect(answers[index]).toEqual(answers[(index + 6) % 12]));
    const holdings = await world.run((ctx) => world.leases.holdings(ctx, budget.id));
    const [balance] = await world.run((ctx) => world.budgets.balances(ctx, ctx.clock.now(), [world.ministry]));
    const held = holdings.reduce((total, holding) => total + holding.outstanding, 0);
    expect(held).toBe(balance?.leased);
    expect(held).toBe(1000);
  });
});

describe("slots of an endpoint under concurrency", () => {
  const endpoint = { endpointId: "endpoint", deploymentId: "deployment" };
  const pools = (holds: number, sequences: number) => [
    {
      poolId: "0199a000-0000-7000-8000-0000000000f1",
      given: [],
      demand: [{ deploymentId: "deployment", nodeId: "ministry", sequences, right: 0, weight: 1 }],
      endpoints: [{ ...endpoint, slots: 8, holds }],
    },
  ];
  const nothing = { closedEpochs: [], wants: [], returns: [], activity: [] };

  it("are never given out twice when replicas call at the same moment", async () => {
    const world = await makeWorld();
    const held = new Map(["one", "two", "three", "four"].map((replica) => [replica, 0]));
    for (let call = 1; call <= 5; call += 1) {
      await Promise.all(
        [...held].map(async ([replica, holds]) => {
          const request = { replica, epoch: 1, call, ...nothing, pools: pools(holds, 20 + call) };
          const answer = await world.run((ctx) => leaseBlocks(world)(ctx, request));
          held.set(replica, ("pools" in answer && answer.pools?.[0]?.slots[0]?.slots) || 0);
        }),
      );
      expect([...held.values()].reduce((sum, slots) => sum + slots, 0)).toBeLessThanOrEqual(8);
    }
    expect([...held.values()]).toEqual([2, 2, 2, 2]);
  });
});
