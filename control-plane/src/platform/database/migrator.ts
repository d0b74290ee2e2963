import pg from "pg";
import { DataSource } from "typeorm";
import { prepareJobs } from "../jobs/job-schema.js";
import { loadMigrations, migrationNames } from "./migration-files.js";

const TABLE = "schema_migration";
/** Any constant will do, as long as every migrator takes the same one. */
const LOCK = 7_263_534;

/**
 * Brings the owner's database to this build's schema; migrators that start together wait for each other.
 * @returns names of the migrations that were applied, none when it was up to date
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  lock.on("error", () => undefined);
  await lock.connect();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await applyPending(ownerUrl);
  } finally {
    await lock.end();
  }
}

async function applyPending(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: "postgres",
    url: ownerUrl,
    poolSize: 2,
    installExtensions: false,
    logging: false,
    migrations: await loadMigrations(),
    migrationsTableName: TABLE,
    migrationsTransactionMode: "each",
  });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations();
    await dataSource.query(`GRANT SELECT ON ${TABLE} TO socle_app`);
    await prepareJobs(ownerUrl);
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Migrations of this build that the database lacks; readable by the application role. */
export async function missingMigrations(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(`SELECT name FROM ${TABLE}`);
  const applied = new Set(rows.map((row) => row.name));
  return migrationNames().filter((name) => !applied.has(name));
}
