import type { MigrationInterface, QueryRunner } from "typeorm";

/** Figures of the plan may speak of savings and of one domain, and a seed file may bring them. */
export class ExpandReferenceSpend1764000210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE reference_spend
     ADD COLUMN kind text NOT NULL DEFAULT 'spend' CHECK (kind IN ('spend', 'saving')),
     ADD COLUMN domain text`,
  // Everybody who reads a report reads its yardsticks; only the platform itself sets them.
  `ALTER TABLE reference_spend ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE reference_spend FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY reference_spend_read ON reference_spend FOR SELECT USING (true)`,
  `CREATE POLICY reference_spend_add ON reference_spend FOR INSERT WITH CHECK (socle_is_system())`,
  `CREATE POLICY reference_spend_set ON reference_spend FOR UPDATE
     USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT INSERT, UPDATE ON reference_spend TO socle_app`,
];

const DOWN = [
  `REVOKE INSERT, UPDATE ON reference_spend FROM socle_app`,
  `DROP POLICY reference_spend_read ON reference_spend`,
  `DROP POLICY reference_spend_add ON reference_spend`,
  `DROP POLICY reference_spend_set ON reference_spend`,
  `ALTER TABLE reference_spend NO FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE reference_spend DISABLE ROW LEVEL SECURITY`,
  `DELETE FROM reference_spend WHERE kind = 'saving'`,
  `ALTER TABLE reference_spend DROP COLUMN kind, DROP COLUMN domain`,
];
