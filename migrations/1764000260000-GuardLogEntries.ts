import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What stands in a log's queue moves one way only, whoever asks: a place is given once, a source goes once it has one, a
 * salt goes and does not come back. So a second place or another content cannot be slipped under a published entry.
 */
export class GuardLogEntries1764000260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER log_entry_guard ON log_entry`);
    await runner.query(`DROP TRIGGER log_entry_kept ON log_entry`);
    await runner.query(`DROP FUNCTION log_entry_guard()`);
    await runner.query(`DROP FUNCTION log_entry_kept()`);
  }
}

const UP = [
  `CREATE FUNCTION log_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'an entry of a log keeps its place, its content and its salt, or loses the last two'
       USING ERRCODE = 'insufficient_privilege';
   END $$`,
  // Compared in the condition, so that the sequencer's own statements pay no call for each row.
  `CREATE TRIGGER log_entry_guard BEFORE UPDATE ON log_entry FOR EACH ROW
     WHEN (NOT (
       (NEW.seq, NEW.log, NEW.entry_id) = (OLD.seq, OLD.log, OLD.entry_id)
       AND (OLD.index IS NULL OR NEW.index IS NOT DISTINCT FROM OLD.index)
       AND (NEW.source IS NOT DISTINCT FROM OLD.source OR (NEW.source IS NULL AND NEW.index IS NOT NULL))
       AND (NEW.salt IS NOT DISTINCT FROM OLD.salt OR NEW.salt IS NULL)))
     EXECUTE FUNCTION log_entry_guard()`,
  `CREATE FUNCTION log_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'entries of a log are not removed' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION log_entry_kept()`,
];
