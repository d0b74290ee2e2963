import pg from "pg";

/** One digest for each table, over all of its rows in whatever order; partitions count with their table. */
export async function tableDigests(ownerUrl: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const digests = new Map<string, string>();
    for (const table of await tablesOf(client)) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(row_digest, '' ORDER BY row_digest)), '') AS digest
         FROM (SELECT md5(each::text) AS row_digest FROM ${table} AS each) AS digested`,
      );
      digests.set(table, rows[0]?.digest ?? "");
    }
    return digests;
  } finally {
    await client.end();
  }
}

/** Names of the tables whose digest is not the one of before. */
export const changedTables = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((table) => before.get(table) !== after.get(table));

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
