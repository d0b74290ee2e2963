import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whom a deployer informed of an incident (article 26(5) of the AI Act); of a body whose role nobody said it is presumed one. */
export class ExpandIncidentNotices1764000393100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE incident ADD deployer boolean NOT NULL DEFAULT true,
      ADD notices jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(notices) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE incident DROP COLUMN deployer, DROP COLUMN notices`);
  }
}
