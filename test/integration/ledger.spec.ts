import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { CountByQuantity1764000300000 } from "../../migrations/1764000300000-CountByQuantity.js";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { settleUsage } from "../../control-plane/src/allocation/index.js";
import { PgBudgetRepository } from "../../control-plane/src/allocation/adapters/postgres/pg-budget.repository.js";
import { PgOrganisationTree } from "../../control-plane/src/ledger/adapters/postgres/pg-organisation-tree.js";
import { PgRequestCatalogue } from "../../control-plane/src/ledger/adapters/postgres/pg-request-catalogue.js";
import { PgUsageLedger } from "../../control-plane/src/ledger/adapters/postgres/pg-usage-ledger.js";
import { exportLedgerTotals } from "../../control-plane/src/ledger/index.js";
import { usageLedgerBehaviour, type LedgerWorld } from "../../control-plane/src/ledger/ports/usage-ledger.behaviour.js";
import { ingestUsage } from "../../control-plane/src/ledger/use-cases/ingest-usage.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { aRecord, asEarlier } from "../builders/request-record.builder.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";

const db = useDatabase();
const system = systemActor("test");
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => db.write(system, work);

async function makeWorld(): Promise<LedgerWorld> {
  await asOwner(db, "TRUNCATE request_record, log_entry, usage_daily, replica_high_water, budget CASCADE");
  const organisations = await run(async (ctx) => {
    const root = await stateOrganisation(ctx);
    const interior = await insertOrganisation(ctx, root);
    const police = await insertOrganisation(ctx, interior, "direction");
    return { root, interior, police, justice: await insertOrganisation(ctx, root) };
  });
  return {
    ...organisations,
    ledger: new PgUsageLedger(),
    catalogue: new PgRequestCatalogue(),
    tree: new PgOrganisationTree(),
    run,
  };
}

usageLedgerBehaviour("PostgreSQL", makeWorld);

const memberOf = (organisationId: string): PersonActor => ({
  kind: "person",
  id: organisationId,
  name: "Camille",
  memberships: [{ organisationId, role: "declarant" }],
  contractor: false,
  mfa: true,
});

describe("ledger beside other writers", () => {
  const batchOf = (organisationId: string, sequences: readonly number[]) => ({
    replica: "r1",
    epoch: 1,
    records: sequences.map((sequence) => aRecord(sequence, { organisationId }, { organisationId })),
  });

  it("counts once what the same replica sends several times at once, against the budget too", async () => {
    const world = await makeWorld();
    const budgets = new PgBudgetRepository();
    const ingest = ingestUsage({ ...world, settle: settleUsage });
    const at = new Date("2026-03-10T12:00:00Z");
    await run((ctx) =>
      budgets.save(
        ctx,
        {
          id: ctx.ids.next(),
          nodeId: world.root,
          nodeType: "organisation",
          organisationId: world.root,
          unit: "token",
          period: "day",
          modelId: null,
          onExhaust: "block",
          hard: true,
          firstMonth: 1,
          amount: 1_000_000,
        },
        at,
      ),
    );
    const batch = batchOf(world.police, [1, 2, 3]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => run((ctx) => ingest(ctx, batch))));
    expect(answers).toEqual(answers.map(() => ({ highWater: 3 })));
    const { rolledUp, recounted } = await run(exportLedgerTotals);
    expect(rolledUp.amounts).toMatchObject({ requests: 3, inputTokens: 300 });
    expect(recounted).toEqual(rolledUp);
    const [balance] = await run((ctx) => budgets.balances(ctx, at, [world.root]));
    expect(balance).toMatchObject({ settled: 360, leased: 0 });
  });

  it("leaves nothing behind when settling fails", async () => {
    const world = await makeWorld();
    const ingest = ingestUsage({ ...world, settle: () => Promise.reject(new Error("no")) });
    await expect(run((ctx) => ingest(ctx, batchOf(world.police, [1])))).rejects.toThrow("no");
    expect((await run((ctx) => world.ledger.totals(ctx, true))).amounts).toEqual({});
    expect((await run((ctx) => world.ledger.lockTakenIn(ctx, "r1", 1))).highWater).toBe(0);
  });

  it("shows a ministry the requests of its subtree and no others, by any way", async () => {
    const world = await makeWorld();
    const ingest = ingestUsage({ ...world, settle: settleUsage });
    await run((ctx) => ingest(ctx, batchOf(world.police, [1, 2])));
    await run((ctx) => ingest(ctx, batchOf(world.justice, [3])));
    const seenBy = (organisationId: string) =>
      db.transactions.read(memberOf(organisationId), async (ctx) => ({
        totals: (await world.ledger.totals(ctx)).amounts.requests,
        page: (await world.catalogue.page(ctx, {}, 10, null)).length,
        other: await world.catalogue.find(ctx, "r1-1-3"),
      }));
    expect(await seenBy(world.interior)).toEqual({ totals: 2, page: 2, other: null });
    expect(await seenBy(world.justice)).toMatchObject({ totals: 1, page: 1 });
    const partition = (ctx: Context) => rowsOf(ctx, "SELECT * FROM request_record_20260310");
    await expect(db.transactions.read(memberOf(world.justice), partition)).rejects.toThrow(/permission denied/);
  });

  it("reads records and sums that were written before there were quantities", async () => {
    const world = await makeWorld();
    const { police: organisationId } = world;
    await run((ctx) => ingestUsage({ ...world, settle: settleUsage })(ctx, batchOf(organisationId, [1])));
    const owner = new Client({ connectionString: db.urls.ownerUrl });
    await owner.connect();
    const migration = new CountByQuantity1764000300000();
    const runner = { query: (statement: string) => owner.query(statement) } as unknown as Parameters<
      typeof migration.up
    >[0];
    const { decision, usage } = aRecord(2, { organisationId }, { organisationId, estimated: true });
    await owner.query("BEGIN");
    await migration.down(runner);
    await owner.query(
      `INSERT INTO request_record (day, replica, epoch, sequence, decision_id, at, organisation_id, outcome, decision, usage)
       SELECT day, replica, epoch, 2, $1, at, organisation_id, outcome, $2, $3 FROM request_record`,
      [decision.id, decision, usage === null ? null : asEarlier(usage)],
    );
    await owner.query(
      `UPDATE usage_daily SET requests = 2, estimated = 1, input_tokens = 200, cached_input_tokens = 80,
         output_tokens = 40, cost_micro_euro = 110, gpu_micro_seconds = 246912, nano_kwh = 2468, nano_kg_co2eq = 112`,
    );
    await migration.up(runner);
    await owner.query("COMMIT");
    await owner.end();
    const { rolledUp, recounted } = await run(exportLedgerTotals);
    expect(rolledUp.amounts).toMatchObject({ requests: 2, estimated: 1, inputTokens: 200, gpuMicroSeconds: 246_912 });
    expect(recounted).toEqual(rolledUp);
    const found = await run((ctx) => world.catalogue.find(ctx, decision.id));
    expect(found?.record.usage?.quantities).toMatchObject(usage?.quantities ?? {});
  });

  it("lets nobody change or remove a record", async () => {
    const world = await makeWorld();
    await run((ctx) => ingestUsage({ ...world, settle: settleUsage })(ctx, batchOf(world.police, [1])));
    await expect(run((ctx) => rowsOf(ctx, "UPDATE request_record SET code = 'x'"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(run((ctx) => rowsOf(ctx, "DELETE FROM request_record"))).rejects.toThrow(/permission denied/);
  });
});
