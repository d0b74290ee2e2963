import type { MigrationInterface, QueryRunner } from "typeorm";

/** What rules could read in each published snapshot, kept when the snapshot itself is gone. */
export class CreateFactArchive1764000240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE fact_archive, fact_source`);
  }
}

const UP = [
  // One row each time that what rules read of a subject changed: it holds from `from_number` until the subject's next.
  `CREATE TABLE fact_source (
     subject_id text NOT NULL,
     from_number bigint NOT NULL,
     kind text NOT NULL CHECK (kind IN ('use_case', 'application', 'model', 'pool', 'schema')),
     organisation_id uuid,
     content jsonb NOT NULL,
     PRIMARY KEY (subject_id, from_number)
   )`,
  `CREATE TABLE fact_archive (
     number bigint PRIMARY KEY,
     issued_at timestamptz NOT NULL,
     bundle_digest text NOT NULL
   )`,
  ...["fact_source", "fact_archive"].flatMap((table) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_append ON ${table} FOR INSERT WITH CHECK (socle_is_system())`,
    `GRANT SELECT, INSERT ON ${table} TO socle_app`,
  ]),
  // Pools and models are everybody's to read; what is told of a use case is its organisation's.
  `CREATE POLICY fact_source_read ON fact_source FOR SELECT USING (CASE WHEN organisation_id IS NULL
     THEN coalesce(current_setting('socle.scope', true), '') <> '' ELSE socle_in_scope(organisation_id) END)`,
  `CREATE POLICY fact_archive_read ON fact_archive FOR SELECT
     USING (coalesce(current_setting('socle.scope', true), '') <> '')`,
];
