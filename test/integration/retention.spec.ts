import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeptMonths, RetentionJob } from "../../control-plane/src/audit/adapters/retention/retention-job.js";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { parisDay } from "@socle/contracts";
import { ledgerPorts } from "../../control-plane/src/ledger/ledger.composition.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { RETENTION } from "../../control-plane/src/platform/retention/retention-rules.js";
import { monthsAgo, retentionOf, servedOn } from "../builders/kept-days.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";

const db = useDatabase();
const system = systemActor("test");
let scene: ServedScene;
let owner: pg.Client;

const jobWith = (months: KeptMonths = {}): RetentionJob => retentionOf(db, { months, log: true });
const read = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  db.write(system, (ctx) => rowsOf<Row>(ctx, sql, parameters));
const days = async (): Promise<readonly string[]> =>
  (await read<{ day: string }>("SELECT DISTINCT day::text AS day FROM request_record ORDER BY 1")).map(
    ({ day }) => day,
  );

const served = (at: Date, sequence: number): Promise<void> => servedOn(db, scene.dgfip, at, sequence);
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
    const documented = readFileSync(join(import.meta.dirname, "../../control-plane/src/audit/README.md"), "utf8");
    for (const { months, leastMonths, why, never, setting } of RETENTION) {
      expect(documented).toContain(`| \`${setting}\` |`);
      expect(months).toBeGreaterThanOrEqual(leastMonths);
      expect([why.length, never.length].every((length) => length > 5)).toBe(true);
    }
    expect(RETENTION.find(({ table }) => table === "request_record")?.leastMonths).toBe(6);
  });

  it("is found by any plan, also by one that reads all names of the catalogue first", async () => {
    const [found] = await db.write(system, async (ctx) => {
      await rowsOf(
        ctx,
        "SELECT set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true)",
      );
      return rowsOf<{ days: string }>(ctx, "SELECT retention_request_record(now(), 100, true, true) AS days");
    });
    expect(found).toEqual({ days: "0" });
  });

  it("goes by whole days once it is published, told in the journal, and sums still agree", async () => {
    for (const [index, months] of [16, 15, 14, 2].entries()) await served(monthsAgo(months), 10 * index + 1);
    expect(await days()).toHaveLength(4);
    await publish(monthsAgo(14.5));
    const due = (await jobWith().kept()).find(({ rule }) => rule.table === "request_record");
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
