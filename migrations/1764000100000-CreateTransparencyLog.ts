import type { MigrationInterface, QueryRunner } from "typeorm";

/** What has to be in the transparency logs, and where in them it stands. Rows come from triggers, never from a caller. */
export class CreateTransparencyLog1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER governance_event_to_log ON governance_event`);
    await runner.query(`DROP TRIGGER request_record_to_log ON request_record`);
    await runner.query(`DROP FUNCTION governance_event_to_log()`);
    await runner.query(`DROP FUNCTION request_record_to_log()`);
    await runner.query(`DROP TABLE log_entry`);
  }
}

const SALT = `uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())`;
/** Named field by field: what an entry commits to must not change when a table gets another column. */
const GOVERNANCE = `'governance', id::text, ${SALT}, jsonb_build_object('id', id, 'at', at, 'actor', actor,
  'useCase', use_case, 'organisationId', organisation_id, 'subjectType', subject_type, 'subjectId', subject_id,
  'data', data)`;
const INFERENCE = `'inference', replica || '/' || epoch || '/' || sequence, ${SALT}, jsonb_build_object(
  'id', decision_id, 'at', at, 'outcome', outcome, 'code', code, 'organisationId', organisation_id,
  'useCaseId', use_case_id, 'decision', decision, 'usage', usage)`;

const UP = [
  // source: what the entry commits to, until it is published. salt: erased when the commitment must say nothing more.
  `CREATE TABLE log_entry (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     log text NOT NULL CHECK (log IN ('inference', 'governance')),
     entry_id text NOT NULL,
     index bigint CHECK (index >= 0),
     salt bytea CHECK (octet_length(salt) = 32),
     source jsonb,
     UNIQUE (log, entry_id),
     UNIQUE (log, index)
   )`,
  `CREATE INDEX log_entry_waiting ON log_entry (log, seq) WHERE index IS NULL`,
  `CREATE INDEX log_entry_unpublished ON log_entry (log, index) WHERE source IS NOT NULL`,
  // What was recorded before there was a log comes first in it.
  `SELECT set_config('socle.scope', '*', true), set_config('socle.actor', 'system:migration', true)`,
  `INSERT INTO log_entry (log, entry_id, salt, source) SELECT ${GOVERNANCE} FROM governance_event ORDER BY at, id`,
  `INSERT INTO log_entry (log, entry_id, salt, source) SELECT ${INFERENCE} FROM request_record
     ORDER BY at, replica, epoch, sequence`,
  `ALTER TABLE log_entry ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE log_entry FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY log_entry_system ON log_entry FOR SELECT USING (socle_is_system())`,
  `CREATE POLICY log_entry_move ON log_entry FOR UPDATE USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  // The triggers write as the owner of the table, who is held to its policies too.
  `CREATE POLICY log_entry_append ON log_entry FOR INSERT WITH CHECK (pg_trigger_depth() > 0)`,
  `GRANT SELECT, UPDATE (index, salt, source) ON log_entry TO socle_app`,
  `CREATE FUNCTION governance_event_to_log() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO log_entry (log, entry_id, salt, source)
       SELECT ${GOVERNANCE} FROM fresh ORDER BY at, id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER governance_event_to_log AFTER INSERT ON governance_event
     REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION governance_event_to_log()`,
  `CREATE FUNCTION request_record_to_log() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO log_entry (log, entry_id, salt, source)
       SELECT ${INFERENCE} FROM fresh ORDER BY at, replica, epoch, sequence;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER request_record_to_log AFTER INSERT ON request_record
     REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION request_record_to_log()`,
];
