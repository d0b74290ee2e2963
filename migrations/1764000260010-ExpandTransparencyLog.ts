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
const GOVERNANCE = `jsonb_build_object('id', e.id, 'at', e.at, 'actor', e.actor, 'useCase', e.use_case,
  'organisationId', e.organisation_id, 'subjectType', e.subject_type, 'subjectId', e.subject_id, 'data', e.data)`;
const INFERENCE = `jsonb_build_object('id', r.decision_id, 'at', r.at, 'outcome', r.outcome, 'code', r.code,
  'organisationId', r.organisation_id, 'useCaseId', r.use_case_id, 'decision', r.decision, 'usage', r.usage)`;

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
  // Salts are shown to nobody by a read of the table: these two see them, for whoever sees the whole tree. They speak as
  // the platform within themselves alone; a parameter of the function would need a superuser.
  `CREATE FUNCTION log_entry_opening(wanted_log text, wanted_entry text)
     RETURNS TABLE (index bigint, published boolean, salt bytea, source jsonb) LANGUAGE plpgsql AS $$
   DECLARE asker text := coalesce(current_setting('socle.actor', true), '');
   BEGIN
     IF NOT socle_sees_all() THEN RETURN; END IF;
     PERFORM set_config('socle.actor', 'system:audit', true);
     RETURN QUERY SELECT entry.index, entry.index IS NOT NULL AND entry.source IS NULL, entry.salt,
       coalesce(entry.source, CASE entry.log
         WHEN 'governance' THEN (SELECT ${GOVERNANCE} FROM governance_event AS e WHERE e.id::text = entry.entry_id)
         ELSE (SELECT ${INFERENCE} FROM request_record AS r
               WHERE (r.replica, r.epoch, r.sequence) = (regexp_replace(entry.entry_id, '/[0-9]+/[0-9]+$', ''),
                 split_part(entry.entry_id, '/', -2)::bigint, split_part(entry.entry_id, '/', -1)::bigint)) END)
     FROM log_entry AS entry WHERE entry.log = wanted_log AND entry.entry_id = wanted_entry;
     PERFORM set_config('socle.actor', asker, true);
   END $$`,
  `CREATE FUNCTION log_entry_erase(wanted_log text, wanted_entry text) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     asker text := coalesce(current_setting('socle.actor', true), '');
     place bigint;
   BEGIN
     IF NOT socle_sees_all() THEN RETURN NULL; END IF;
     PERFORM set_config('socle.actor', 'system:audit', true);
     UPDATE log_entry AS entry SET salt = NULL WHERE entry.log = wanted_log AND entry.entry_id = wanted_entry
       AND entry.index IS NOT NULL AND entry.source IS NULL AND entry.salt IS NOT NULL RETURNING entry.index INTO place;
     PERFORM set_config('socle.actor', asker, true);
     RETURN place;
   END $$`,
];
