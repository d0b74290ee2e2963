import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables of which reports read millions of rows: their policies ask who reads once a statement, not once a row. */
const TABLES = { usage_daily: "usage_daily_read", governance_event: "governance_event_read" };

export class AskReachOncePerStatement1764000270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await readBy(runner, `(SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await readBy(runner, "socle_in_scope(organisation_id)");
  }
}

async function readBy(runner: QueryRunner, condition: string): Promise<void> {
  for (const [table, policy] of Object.entries(TABLES))
    await runner.query(`ALTER POLICY ${policy} ON ${table} USING (${condition})`);
}
