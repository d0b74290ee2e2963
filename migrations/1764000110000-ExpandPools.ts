import type { MigrationInterface, QueryRunner } from "typeorm";

/** Pools say which qualifications, places and control they have, so that rules can look at them. */
export class ExpandPools1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE pool ADD standing jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(standing) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE pool DROP standing`);
  }
}
