import { readFileSync } from "node:fs";
import pg from "pg";

type Rows = readonly Record<string, unknown>[];

/** What the scripts in SQL say of a consolidation. */
export interface Recomputed {
  readonly cells: Rows;
  /** Rows of every other figure, by its name. */
  readonly figures: ReadonlyMap<string, Rows>;
}

const script = (name: string): string => readFileSync(new URL(`../integration/${name}.sql`, import.meta.url), "utf8");

/** A consolidation as the scripts add it up, from the tables and with the owner's eyes, in one session. */
export async function recomputed(ownerUrl: string, campaignId: string, consolidationId: string): Promise<Recomputed> {
  const filled = (sql: string): string =>
    sql.replaceAll(":campaign", `'${campaignId}'`).replaceAll(":consolidation", `'${consolidationId}'`);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const results = (await client.query(filled(script("recompute-consolidation")))) as unknown as { rows: Rows }[];
    const [setup = "", ...queries] = filled(script("recompute-signals")).split(/^-- figure: /mu);
    await client.query(setup);
    const figures = new Map<string, Rows>();
    for (const query of queries) {
      const [name = ""] = query.split("\n");
      figures.set(name, (await client.query<Record<string, unknown>>(query.slice(name.length))).rows);
    }
    return { cells: results.at(-1)?.rows ?? [], figures };
  } finally {
    await client.end();
  }
}
