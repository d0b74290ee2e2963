import type { MigrationInterface, QueryRunner } from "typeorm";

/** Sequences that a replica set aside because the ledger could not read them: taken in when they come after all. */
export class ExpandHighWater1764000040010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE replica_high_water ADD COLUMN set_aside bigint[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE replica_high_water DROP COLUMN set_aside`);
  }
}
