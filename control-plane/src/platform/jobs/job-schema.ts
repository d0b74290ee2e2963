import pg from "pg";
import { PgBoss, type ConstructorOptions } from "pg-boss";

/** Jobs stand in a schema of their own: the library's tables, of which the application owns none. */
export const JOBS_SCHEMA = "jobs";

/** What every instance has in common: none measures, rebuilds or registers anything beside the jobs themselves. */
export const JOBS_OPTIONS = {
  schema: JOBS_SCHEMA,
  schedule: false,
  registerInstance: false,
  reindex: false,
  monitorVacuum: false,
} as const satisfies ConstructorOptions;

/**
 * Brings the library's tables to the version of this build, as the owner of the database; the application uses them and
 * changes none. `bam` holds statements that the library runs as the owner: the application may not write there.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ ...JOBS_OPTIONS, connectionString: ownerUrl, supervise: false, max: 1 });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    for (const statement of GRANTS) await client.query(statement);
  } finally {
    await client.end();
  }
}

const GRANTS = [
  `GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO socle_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO socle_app`,
  `REVOKE INSERT, UPDATE, DELETE ON ${JOBS_SCHEMA}.bam FROM socle_app`,
];
