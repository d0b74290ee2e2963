import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who may see a record is asked once a statement, not once a row: records are read by the million. */
export class SpeedUpRecordReads1764000240002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY request_record_read ON request_record`);
    await runner.query(
      `CREATE POLICY request_record_read ON request_record FOR SELECT
         USING ((SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations()))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY request_record_read ON request_record`);
    await runner.query(
      `CREATE POLICY request_record_read ON request_record FOR SELECT USING (socle_in_scope(organisation_id))`,
    );
  }
}
