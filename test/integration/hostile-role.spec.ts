import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { columnsOf, plantRows, type PlantedTable } from "../builders/planted-rows.js";
import { useDatabase } from "../fakes/database.js";
import { changedTables, tableDigests } from "../fakes/table-digests.js";

/**
 * A control plane that was taken over up to its statements: whatever it asks as a ministry's person, PostgreSQL gives it
 * nothing of another ministry's. Every table with an organisation_id is in here by itself.
 */
const database = useDatabase();
const REFUSED = "42501";
/** Read by everybody on purpose, written by their own organisation only: the catalogue, and doctrine once it is published. */
const SHARED = ["brick", "doctrine_note"];
/** The ledger and the logs: what happened, which nobody changes. */
const RECORDS = ["request_record", "usage_daily", "replica_high_water", "governance_event", "log_entry"] as const;
let tree: SampleTree;
let tables: readonly PlantedTable[];
let owner: pg.Client;

beforeAll(async () => {
  tree = await plantTree(database);
  owner = new pg.Client({ connectionString: database.urls.ownerUrl });
  await owner.connect();
  tables = await plantRows(owner, [tree.economie, tree.culture]);
});
afterAll(() => owner?.end());

const person = (organisationId: string, role: PersonActor["memberships"][number]["role"]): PersonActor => ({
  kind: "person",
  id: systemIds.next(),
  name: role,
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});
const asMinistry = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  database.write(person(tree.economie, "validator"), work);
/** Rows that were changed; a refusal of PostgreSQL's is none, anything else is a failure of this test. */
const changedBy = async (actor: PersonActor | ReturnType<typeof systemActor>, statement: string): Promise<number> => {
  try {
    return await database.write(actor, (ctx) => countOf(ctx, statement));
  } catch (error) {
    if ((error as { code?: unknown }).code === REFUSED) return 0;
    throw error;
  }
};
const offenders = async (check: (table: PlantedTable) => Promise<boolean>): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const table of tables) if (await check(table)) found.push(table.name);
  return found;
};
const others = ({ name }: PlantedTable): string => `${name} WHERE organisation_id = '${tree.culture}'`;
const counted = async (ctx: Context, from: string): Promise<number> =>
  Number((await rowsOf<{ n: string }>(ctx, `SELECT count(*) AS n FROM ${from}`))[0]?.n);

describe("a ministry's person, in every table that has an organisation", () => {
  it("is planted in all of them, for both ministries", () => {
    expect(tables.length).toBeGreaterThan(40);
  });

  it("reads nothing of another ministry's, and what is its own", async () => {
    expect(await offenders(async (table) => (await asMinistry((ctx) => counted(ctx, others(table)))) > 0)).toEqual(
      SHARED,
    );
    const own = (table: PlantedTable) => `${table.name} WHERE organisation_id = '${tree.economie}'`;
    expect(await offenders(async (table) => (await asMinistry((ctx) => counted(ctx, own(table)))) === 0)).toEqual([]);
  });

  it.each(["UPDATE %t SET organisation_id = organisation_id WHERE %o", "DELETE FROM %t WHERE %o"])(
    "changes nothing of another ministry's by %s",
    async (pattern) => {
      const before = await tableDigests(database.urls.ownerUrl);
      const actor = person(tree.economie, "validator");
      const statement = ({ name }: PlantedTable) =>
        pattern.replace("%t", name).replace("%o", `organisation_id = '${tree.culture}'`);
      expect(await offenders(async (table) => (await changedBy(actor, statement(table))) > 0)).toEqual([]);
      expect(changedTables(before, await tableDigests(database.urls.ownerUrl))).toEqual([]);
    },
  );

  it("neither gives a row to another ministry nor takes one", async () => {
    const actor = person(tree.economie, "validator");
    const give = ({ name }: PlantedTable) =>
      `UPDATE ${name} SET organisation_id = '${tree.culture}' WHERE organisation_id = '${tree.economie}'`;
    expect(await offenders(async (table) => (await changedBy(actor, give(table))) > 0)).toEqual([]);
    const plant = (table: PlantedTable) => table.insertFor(tree.culture);
    expect(await offenders(async (table) => (await changedBy(actor, plant(table))) > 0)).toEqual([]);
  });

  it("widens its reach neither by a second statement nor by what it calls its organisation", async () => {
    const attempts = [
      `SET LOCAL socle.scope = '*'`,
      `SET socle.scope = '*'`,
      `SELECT set_config('socle.scope', '*', false)`,
      `SET LOCAL socle.actor = 'system:mallory'`,
      `RESET ALL`,
    ];
    for (const attempt of attempts)
      await expect(asMinistry((ctx) => rowsOf(ctx, `SELECT 1; ${attempt}`))).rejects.toMatchObject({ code: "42601" });
    for (const name of ["*", `${tree.economie},*`, "' OR true --", "%", ""]) {
      const read = database.transactions.read(person(name, "validator"), (ctx) => counted(ctx, "governance_event"));
      expect(await read).toBe(0);
    }
    const asked = `x' OR set_config('socle.scope', '*', true) IS NOT NULL OR '1' = '`;
    const found = asMinistry((ctx) => rowsOf(ctx, `SELECT id FROM use_case WHERE slug = $1`, [asked]));
    expect(await found).toEqual([]);
  });

  it("leaves nothing of its scope to whoever has the connection next", async () => {
    await database.transactions.read(person(tree.ariane, "ariane_operator"), (ctx) => counted(ctx, "use_case"));
    const rows = await database.dataSource.query<{ scope: string }[]>(
      `SELECT coalesce(current_setting('socle.scope', true), '') AS scope FROM generate_series(1, 3)`,
    );
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(new Set([""]));
  });
});

describe("a connection without a scope", () => {
  it("reads and changes nothing of any organisation", async () => {
    const client = new pg.Client({ connectionString: database.urls.appUrl });
    await client.connect();
    const visible = await offenders(async ({ name }) => {
      const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`);
      return Number(rows[0]?.n) > 0;
    });
    expect(visible).toEqual(SHARED);
    const changed = await offenders(async ({ name }) => {
      const done = await client
        .query(`UPDATE ${name} SET organisation_id = organisation_id`)
        .catch((error: unknown) => ({ rowCount: (error as { code: string }).code === REFUSED ? 0 : -1 }));
      return done.rowCount !== 0;
    });
    expect(changed).toEqual([]);
    await client.end();
  });
});

describe("an operator with SQL, in ledger and log", () => {
  it.each(RECORDS)("cannot change, remove or add a row of %s", async (table) => {
    const before = await tableDigests(database.urls.ownerUrl);
    const operator = person(tree.ariane, "ariane_operator");
    const columns = await columnsOf(owner, table);
    for (const { name } of columns) expect(await changedBy(operator, `UPDATE ${table} SET ${name} = ${name}`)).toBe(0);
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
      expect(await changedBy(operator, statement)).toBe(0);
    const names = columns.map(({ name }) => name).join(", ");
    const copy = `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${table}`;
    if (table !== "governance_event") expect(await changedBy(operator, copy)).toBe(0);
    expect(changedTables(before, await tableDigests(database.urls.ownerUrl))).toEqual([]);
  });

  it.each(["request_record", "governance_event", "log_entry"] as const)(
    "cannot, as the platform itself, change or remove what stands in %s",
    async (table) => {
      await owner.query(`UPDATE log_entry SET index = seq, source = NULL WHERE index IS NULL`);
      const before = await tableDigests(database.urls.ownerUrl);
      const system = systemActor("mallory");
      for (const { name, other } of await columnsOf(owner, table))
        expect(await changedBy(system, `UPDATE ${table} SET ${name} = ${other}`)).toBe(0);
      for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
        expect(await changedBy(system, statement)).toBe(0);
      expect(changedTables(before, await tableDigests(database.urls.ownerUrl))).toEqual([]);
    },
  );

  it("cannot reach a day of the ledger beside its parent", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class JOIN pg_inherits ON inhrelid = oid
       WHERE inhparent = 'request_record'::regclass`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name } of rows)
      await expect(asMinistry((ctx) => rowsOf(ctx, `SELECT * FROM ${name}`))).rejects.toMatchObject({ code: REFUSED });
  });
});
