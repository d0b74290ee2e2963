import type { MigrationInterface, QueryRunner } from "typeorm";

/** Files of the logs in the database, where no folder is shared; and what opens an entry, or makes that impossible. */
export class ExpandTransparencyLog1764000260010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION log_entry_erase(text, text)`);
    await runner.query(`DROP FUNCTION log_entry_opening(text, text)`);
    await runner.query(`DROP TABLE log_file`);
  }
}

/** What the triggers commit to, field by field. */
const GOVERNANCE = `jsonb_build_object('id', id, 'at', at, 'actor', actor, 'useCase', use_case,
  'organisationId', organisation_id, 'subjectType', subject_type, 'subjectId', subject_id, 'data', data)`;
const INFERENCE = `jsonb_build_object('id', decision_id, 'at', at, 'outcome', outcome, 'code', code,
  'organisationId', organisation_id, 'useCaseId', use_case_id, 'decision', decision, 'usage', usage)`;

const UP = [
  `CREATE TABLE log_file (
     log text NOT NULL CHECK (log IN ('inference', 'governance')),
     path text NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (log, path)
   )`,
  `ALTER TABLE log_file ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE log_file FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY log_file_system ON log_file FOR ALL USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON log_file TO socle_app`,
  // Salts are shown to nobody by a read of the table: these two see them, for whoever sees the whole tree.
  `CREATE FUNCTION log_entry_opening(wanted_log text, wanted_entry text)
     RETURNS TABLE (index bigint, published boolean, salt bytea, source jsonb)
     LANGUAGE sql STABLE SET "socle.actor" = 'system:audit' AS $$
     SELECT entry.index, entry.index IS NOT NULL AND entry.source IS NULL, entry.salt, coalesce(entry.source,
       CASE entry.log WHEN 'governance' THEN (SELECT ${GOVERNANCE} FROM governance_event WHERE id::text = entry.entry_id)
       ELSE (SELECT ${INFERENCE} FROM request_record
             WHERE replica || '/' || epoch || '/' || sequence = entry.entry_id
               AND (replica, epoch, sequence) = (regexp_replace(entry.entry_id, '/[0-9]+/[0-9]+$', ''),
                 split_part(entry.entry_id, '/', -2)::bigint, split_part(entry.entry_id, '/', -1)::bigint)) END)
     FROM log_entry AS entry WHERE socle_sees_all() AND entry.log = wanted_log AND entry.entry_id = wanted_entry $$`,
  `CREATE FUNCTION log_entry_erase(wanted_log text, wanted_entry text) RETURNS bigint
     LANGUAGE sql VOLATILE SET "socle.actor" = 'system:audit' AS $$
     UPDATE log_entry SET salt = NULL WHERE socle_sees_all() AND log = wanted_log AND entry_id = wanted_entry
       AND index IS NOT NULL AND source IS NULL AND salt IS NOT NULL RETURNING index $$`,
];
