import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RetentionJob, type KeptMonths } from "../../control-plane/src/audit/adapters/retention/retention-job.js";
import { LogActs } from "../../control-plane/src/audit/adapters/postgres/log-acts.js";
import { PgGovernanceJournal } from "../../control-plane/src/audit/index.js";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { parisDay } from "../../control-plane/src/kernel/paris-calendar.js";
import { ledgerPorts } from "../../control-plane/src/ledger/ledger.composition.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import { RETENTION } from "../../control-plane/src/platform/retention/retention-rules.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";

const db = useDatabase();
const system = systemActor("test");
let scene: ServedScene;
let owner: pg.Client;

const monthsAgo = (months: number): Date => new Date(Date.now() - months * 30.5 * 86_400_000);
const jobWith = (months: KeptMonths = {}): RetentionJob => {
  const acts = new LogActs(db.transactions, new PgGovernanceJournal());
  return new RetentionJob(db.transactions, acts, months, createLogger("silent"));
};
const read = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  db.write(system, (ctx) => rowsOf<Row>(ctx, sql, parameters));
const days = async (): Promise<readonly string[]> =>
  (await read<{ day: string }>("SELECT DISTINCT day::text AS day FROM request_record ORDER BY 1")).map(
    ({ day }) => day,
  );

/** Two requests of that time, as ingestion writes them. */
async function served(at: Date, sequence: number): Promise<void> {
  const day = parisDay(at);
  await read("SELECT ledger_begin_day($1)", [day]);
  for (const each of [sequence, sequence + 1])
    await read(
      `INSERT INTO request_record (day, replica, epoch, sequence, decision_id, at, organisation_id, outcome, decision)
       VALUES ($1, 'r1', 1, $2, $3, $4, $5, 'served', '{}')`,
      [day, each, `d-${String(each)}`, at, scene.dgfip],
    );
  await read(
    `INSERT INTO usage_daily (day, organisation_id, quantity, amount, newest)
     SELECT day, organisation_id, quantity, sum(amount), max(at) FROM request_record, record_amounts(outcome, usage)
     WHERE day = $1 GROUP BY 1, 2, 3`,
    [day],
  );
}
/** As the sequencer does once a checkpoint holds them. */
const publish = (until: Date): Promise<unknown> =>
  read(
    `UPDATE log_entry SET index = seq, source = NULL
     WHERE log = 'inference' AND source IS NOT NULL AND (source ->> 'at')::timestamptz < $1`,
    [until],
  );

beforeAll(async () => {
  scene = await servedScene(db);
  owner = new pg.Client({ connectionString: db.urls.ownerUrl });
  await owner.connect();
});
afterAll(() => owner?.end());

describe("what is kept for a time", () => {
  it("is named with its time, its reason and what never goes; the ledger for six months at least", () => {
    for (const { months, leastMonths, why, never } of RETENTION) {
      expect(months).toBeGreaterThanOrEqual(leastMonths);
      expect([why.length, never.length].every((length) => length > 5)).toBe(true);
    }
    expect(RETENTION.find(({ table }) => table === "request_record")?.leastMonths).toBe(6);
  });

  it("goes by whole days once it is published, told in the journal, and sums still agree", async () => {
    for (const [index, months] of [16, 15, 14, 2].entries()) await served(monthsAgo(months), 10 * index + 1);
    expect(await days()).toHaveLength(4);
    await publish(monthsAgo(14.5));
    const due = (await jobWith().due()).find(({ rule }) => rule.table === "request_record");
    expect(due?.due).toBe(2);
    await jobWith().run(turn);
    expect(await days()).toEqual([parisDay(monthsAgo(14)), parisDay(monthsAgo(2))]);
    const told = await read<{ data: object }>(
      "SELECT data FROM governance_event WHERE use_case = 'audit.drop-records'",
    );
    expect(told.map(({ data }) => data)).toEqual(
      [1, 2].map(() => expect.objectContaining({ table: "request_record", units: 1 }) as unknown),
    );
    const [rolledUp, recounted] = await db.write(system, async (ctx) => [
      await ledgerPorts.ledger.totals(ctx),
      await ledgerPorts.ledger.totals(ctx, true),
    ]);
    expect(rolledUp?.amounts).toEqual(recounted?.amounts);
    expect(Number(rolledUp?.amounts.requests)).toBe(4);
  });

  it("stays while it is not published, whatever an operator sets", async () => {
    await jobWith({ request_record: 6 }).run(turn);
    expect(await days()).toHaveLength(2);
    await publish(new Date());
    await jobWith({ request_record: 1 }).run(turn);
    // Not even published ones of the last six months.
    expect(await days()).toEqual([parisDay(monthsAgo(2))]);
  });

  it("stays for whoever has the application's login too", async () => {
    const now = new Date(Date.now() + 86_400_000);
    const ask = `SELECT retention_request_record($1, 100, false) AS units`;
    expect(await read(ask, [now])).toEqual([{ units: "0" }]);
    const person: PersonActor = {
      ...{ kind: "person", id: systemIds.next(), name: "Op", contractor: false, mfa: true },
      memberships: [{ organisationId: scene.ariane, role: "ariane_operator" }],
    };
    await expect(db.write(person, (ctx) => rowsOf(ctx, ask, [now]))).rejects.toThrow(/the platform alone/u);
    await expect(read("DELETE FROM request_record")).rejects.toThrow(/permission denied/u);
    expect(await days()).toHaveLength(1);
  });
});

describe("rows of replicas that are gone", () => {
  it("go unless they hold something, live, or a record of theirs is kept", async () => {
    const long = monthsAgo(20);
    const call = (replica: string, at: Date) =>
      read("INSERT INTO lease_call (replica, epoch, call, answered_at) VALUES ($1, 1, 1, $2)", [replica, at]);
    for (const replica of ["gone", "holding"]) await call(replica, long);
    await call("alive", new Date());
    await owner.query("SET session_replication_role = replica");
    await owner.query(
      `INSERT INTO lease_holding (budget_id, period_start, replica, epoch, outstanding)
       VALUES (gen_random_uuid(), now(), 'holding', 1, 5)`,
    );
    await owner.query("SET session_replication_role = origin");
    for (const replica of ["gone", "holding", "alive", "r1"])
      await read("INSERT INTO replica_high_water (replica, epoch, sequence, updated_at) VALUES ($1, 1, 9, $2)", [
        replica,
        long,
      ]);
    await jobWith().run(turn);
    const left = (table: string) => read<{ replica: string }>(`SELECT replica FROM ${table} ORDER BY 1`);
    expect((await left("lease_call")).map(({ replica }) => replica)).toEqual(["alive", "holding"]);
    expect((await left("replica_high_water")).map(({ replica }) => replica)).toEqual(["alive", "holding", "r1"]);
  });

  it("and receipts of creations go by their age, in batches", async () => {
    await owner.query(
      `INSERT INTO creation_receipt (actor, key, use_case, digest, subject_id, at)
       SELECT 'somebody', 'key-of-' || n, 'x', 'd', gen_random_uuid(), now() - make_interval(months => n % 5)
       FROM generate_series(1, 4000) AS n`,
    );
    await jobWith().run(turn);
    const { rows } = await owner.query<{ n: string }>("SELECT count(*) AS n FROM creation_receipt");
    expect(Number(rows[0]?.n)).toBe(2400);
  });
});

describe("requests of a period", () => {
  it("are looked for in its days alone", async () => {
    const asked: { sql: string; parameters: readonly unknown[] }[] = [];
    const from = monthsAgo(3);
    await db.write(system, async (ctx) => {
      const runner = (ctx.tx as unknown as { queryRunner: { query(...call: unknown[]): Promise<unknown> } })
        .queryRunner;
      const query = runner.query.bind(runner);
      runner.query = (sql, parameters, ...rest) => {
        asked.push({ sql: sql as string, parameters: parameters as readonly unknown[] });
        return query(sql, parameters, ...rest);
      };
      const to = monthsAgo(1);
      await ledgerPorts.catalogue.page(ctx, { from, to }, 10, null);
      await ledgerPorts.catalogue.page(ctx, {}, 10, { at: from.getTime(), decisionId: "x" });
    });
    for (const months of [1.5, 4]) await served(monthsAgo(months), 1000 + 10 * months);
    const scanned = async (at: number): Promise<number> => {
      const { sql = "", parameters = [] } = asked[at] ?? {};
      const plan = await read<Record<string, string>>(`EXPLAIN ${sql}`, parameters);
      return new Set(plan.flatMap((line) => /request_record_\d{8}/u.exec(line["QUERY PLAN"] ?? "")?.[0] ?? [])).size;
    };
    expect(await days()).toHaveLength(3);
    expect(await scanned(0)).toBe(2);
    expect(await scanned(1)).toBe(1);
  });
});
