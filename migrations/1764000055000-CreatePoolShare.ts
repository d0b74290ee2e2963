import type { MigrationInterface, QueryRunner } from "typeorm";

/** What each scheduler replica last reported of a pool, and what it was answered: one row each, replaced every second. */
export class CreatePoolShare1764000055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE pool_share`);
  }
}

const UP = [
  // Logged: after a crash of the database replicas still hold what they were answered.
  `CREATE TABLE pool_share (
     pool_id uuid NOT NULL,
     replica text NOT NULL,
     epoch bigint NOT NULL,
     call bigint NOT NULL,
     at timestamptz NOT NULL,
     tick double precision NOT NULL,
     report jsonb NOT NULL,
     slots jsonb NOT NULL,
     PRIMARY KEY (pool_id, replica)
   )`,
  `ALTER TABLE pool_share ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE pool_share FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY pool_share_system ON pool_share USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON pool_share TO socle_app`,
];
