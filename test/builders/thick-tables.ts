import pg from "pg";

/**
 * Copies rows of every table that has an `id` of its own until it has so many, whatever was to be unique in it: reading
 * lists of them then tells whether a row costs a statement. Call it on a database of one's own.
 */
export async function thickenTables(ownerUrl: string, rows: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:test', false)`);
    for (const { name, columns } of await tablesWithId(owner)) {
      const { rows: counted } = await owner.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${name}`);
      const held = counted[0]?.count ?? 0;
      if (held === 0 || held >= rows) continue;
      await allowTwins(owner, name);
      await owner.query(
        `INSERT INTO ${name} (id, ${columns.join(", ")})
         SELECT gen_random_uuid(), ${columns.map((column) => `one.${column}`).join(", ")}
         FROM (SELECT * FROM ${name} ORDER BY id LIMIT 1) one, generate_series(1, ${rows - held})`,
      );
    }
  } finally {
    await owner.end();
  }
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Organisations are left alone, since rights of reading hang from their tree, and what only ever grows in one order. */
const LEFT = ["organisation", "membership", "governance_event", "session", "snapshot"];

async function tablesWithId(owner: pg.Client): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(
    `SELECT relname AS name, array_agg(attname::text) FILTER (WHERE attname <> 'id' AND attgenerated = '') AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition AND relname <> ALL ($1)
     GROUP BY relname HAVING bool_or(attname = 'id' AND atttypid = 'uuid'::regtype)`,
    [LEFT],
  );
  return rows;
}

async function allowTwins(owner: pg.Client, table: string): Promise<void> {
  const { rows: constraints } = await owner.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('c', 'u', 'x')`,
    [table],
  );
  for (const { name } of constraints) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name} CASCADE`);
  const { rows: indexes } = await owner.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary`,
    [table],
  );
  for (const { name } of indexes) await owner.query(`DROP INDEX ${name}`);
}
