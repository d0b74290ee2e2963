import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What opens an entry of the governance log is erased by two people: one asks, another one does it within thirty days.
 * The database holds to it too.
 */
export class AskSaltErasure1764000372010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(erase("true"));
    await runner.query(`DROP TABLE salt_erasure`);
  }
}

const erase = (condition: string): string =>
  `CREATE OR REPLACE FUNCTION log_entry_erase(wanted_log text, wanted_entry text) RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE
     asker text := coalesce(current_setting('socle.actor', true), '');
     place bigint;
   BEGIN
     IF NOT socle_sees_all() OR NOT (${condition}) THEN RETURN NULL; END IF;
     PERFORM set_config('socle.actor', 'system:audit', true);
     UPDATE log_entry AS entry SET salt = NULL WHERE entry.log = wanted_log AND entry.entry_id = wanted_entry
       AND entry.index IS NOT NULL AND entry.source IS NULL AND entry.salt IS NOT NULL RETURNING entry.index INTO place;
     PERFORM set_config('socle.actor', asker, true);
     RETURN place;
   END $$`;

const UP = [
  // Only ever added to; the last one asked counts.
  `CREATE TABLE salt_erasure (
     log text NOT NULL CHECK (log IN ('inference', 'governance')),
     entry_id text NOT NULL,
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (log, entry_id, asked_by, asked_at)
   )`,
  `ALTER TABLE salt_erasure ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE salt_erasure FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY salt_erasure_read ON salt_erasure FOR SELECT USING (socle_sees_all())`,
  // Nobody asks in another's name.
  `CREATE POLICY salt_erasure_ask ON salt_erasure FOR INSERT
     WITH CHECK (socle_sees_all() AND asked_by = current_setting('socle.actor', true) AND asked_at = now())`,
  `GRANT SELECT, INSERT ON salt_erasure TO socle_app`,
  erase(`wanted_log = 'inference' OR EXISTS (SELECT FROM salt_erasure AS asked WHERE asked.log = wanted_log
       AND asked.entry_id = wanted_entry AND asked.asked_by <> asker AND asked.asked_at > now() - interval '30 days')`),
];
