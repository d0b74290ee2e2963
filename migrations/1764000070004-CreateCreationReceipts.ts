import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which records were created under which idempotency keys; each actor sees its own. */
export class CreateCreationReceipts1764000070004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE creation_receipt`);
  }
}

const UP = [
  `CREATE TABLE creation_receipt (
     actor text NOT NULL,
     key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
     use_case text NOT NULL,
     digest text NOT NULL,
     subject_id uuid NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (actor, key)
   )`,
  `ALTER TABLE creation_receipt ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE creation_receipt FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY creation_receipt_own ON creation_receipt
     USING (actor = current_setting('socle.actor', true)) WITH CHECK (actor = current_setting('socle.actor', true))`,
  `GRANT SELECT, INSERT ON creation_receipt TO socle_app`,
];
