import type pg from "pg";

export interface Column {
  readonly name: string;
  readonly type: string;
  /** SQL of a value that fits, and of one that is never the same. */
  readonly value: string;
  readonly other: string;
}

/** A table with an organisation_id and a row of each organisation. */
export interface PlantedTable {
  readonly name: string;
  /** A statement that adds a row of this organisation. */
  insertFor(organisationId: string): string;
}

/**
 * A row of each organisation in every table that has an organisation_id, whatever else the table asks for: its checks and
 * foreign keys are dropped, so call it on a database of one's own.
 */
export async function plantRows(
  owner: pg.Client,
  organisationIds: readonly string[],
): Promise<readonly PlantedTable[]> {
  const names = await tablesWithOrganisation(owner);
  await owner.query(`SELECT ledger_begin_day(DATE '2026-11-01')`);
  await owner.query(`SET session_replication_role = replica`);
  const tables: PlantedTable[] = [];
  for (const name of names) {
    await dropChecks(owner, name);
    const columns = await columnsOf(owner, name);
    const table = { name, insertFor: (organisationId: string) => insertOf(name, columns, organisationId) };
    for (const organisationId of organisationIds) await owner.query(table.insertFor(organisationId));
    tables.push(table);
  }
  await owner.query(`SET session_replication_role = origin`);
  return tables;
}

/** Columns that a statement may name. */
export async function columnsOf(owner: pg.Client, table: string): Promise<readonly Column[]> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
     ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name, type }, at) => ({ name, type, value: valueOf(type, at), other: otherOf(name, type) }));
}

function insertOf(name: string, columns: readonly Column[], organisationId: string): string {
  const values = columns.map((column) => (column.name === "organisation_id" ? `'${organisationId}'` : column.value));
  return `INSERT INTO ${name} (${columns.map((column) => column.name).join(", ")}) VALUES (${values.join(", ")})`;
}

/** @param at place of the column: what comes later in a row is later in time too */
function valueOf(type: string, at: number): string {
  if (type.endsWith("[]")) return `'{}'::${type}`;
  switch (type) {
    case "uuid":
      return "gen_random_uuid()";
    case "date":
      return "DATE '2026-11-01'";
    case "timestamp with time zone":
      return `TIMESTAMPTZ '2026-11-01 10:00Z' + (${String(at)} + random()) * interval '1 hour'`;
    case "jsonb":
      return `'{}'::jsonb`;
    case "bytea":
      return "uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())";
    case "boolean":
      return "false";
    case "tsvector":
      return `''::tsvector`;
    case "tstzrange":
      return "tstzrange(TIMESTAMPTZ '2026-11-01 10:00Z', NULL)";
    case "text":
    case "character varying":
      return "gen_random_uuid()::text";
    default:
      return `(random() * 30000)::${type}`;
  }
}

function otherOf(name: string, type: string): string {
  switch (type) {
    case "text":
      return `${name} || 'x'`;
    case "jsonb":
      return `'{"forged":true}'::jsonb`;
    case "bigint":
    case "integer":
      return `coalesce(${name}, 0) + 1`;
    case "timestamp with time zone":
    case "date":
      return `${name} + interval '1 day'`;
    default:
      return valueOf(type, 0);
  }
}

async function tablesWithOrganisation(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND attname = 'organisation_id' AND NOT attisdropped ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

async function dropChecks(owner: pg.Client, table: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'f') AND conparentid = 0`,
    [table],
  );
  for (const { name } of rows) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const derived = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attgenerated <> '' AND attnotnull`,
    [table],
  );
  for (const { name } of derived.rows) await owner.query(`ALTER TABLE ${table} ALTER COLUMN ${name} DROP NOT NULL`);
}
