import type { MigrationInterface, QueryRunner } from "typeorm";

/** The name of a request's entry, for whoever was told the name of its decision. Sees what its caller sees. */
export class OpenProofDoor1764000372000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION inference_entry(wanted text) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT replica || '/' || epoch || '/' || sequence FROM request_record WHERE decision_id = wanted LIMIT 1 $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION inference_entry(text)`);
  }
}
