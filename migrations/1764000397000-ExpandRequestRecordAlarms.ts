import type { MigrationInterface, QueryRunner } from "typeorm";

/** Refusals that somebody has to act on are found among all requests. */
export class ExpandRequestRecordAlarms1764000397000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX request_record_alarm ON request_record (at) WHERE outcome = 'refused'
      AND decision @? '$.pools[*].reasons[*] ? (!exists(@.silenced) && (@.code == "label.classified"
        || @.code == "decision.autonomous" || @.code == "practice.prohibited" || @.code == "practice.intimate_imagery"))'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX request_record_alarm`);
  }
}
