import { readFileSync } from "node:fs";
import pg from "pg";

const SCRIPT = new URL("../integration/recompute-consolidation.sql", import.meta.url);

/** Cells of a consolidation as the script in SQL adds them up, from the tables and with the owner's eyes. */
export async function recomputedCells(
  ownerUrl: string,
  campaignId: string,
  consolidationId: string,
): Promise<readonly Record<string, unknown>[]> {
  const script = readFileSync(SCRIPT, "utf8")
    .replaceAll(":campaign", `'${campaignId}'`)
    .replaceAll(":consolidation", `'${consolidationId}'`);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const results = (await client.query(script)) as unknown as { rows: Record<string, unknown>[] }[];
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
