import pg from "pg";
import type { DatabaseHandle } from "./database.js";

/** Statements that the application may not run, such as emptying a table between two tests. */
export async function asOwner(database: DatabaseHandle, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.urls.ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
