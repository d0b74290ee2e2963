import type { MigrationInterface, QueryRunner } from "typeorm";

/** The requests that named an administrative decision are found by its reference. */
export class ExpandRequestRecordReferences1764000396000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX request_record_reference ON request_record ((decision #>> '{asked,decisionRef}'))
      WHERE decision #>> '{asked,decisionRef}' IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX request_record_reference`);
  }
}
