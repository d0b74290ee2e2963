import type { MigrationInterface, QueryRunner } from "typeorm";

/** The append-only journal of what was done; nobody, its owner included, changes a line of it. */
export class CreateGovernanceEvent1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE governance_event`);
    await runner.query(`DROP FUNCTION governance_event_refuse_change()`);
  }
}

const UP = [
  `CREATE TABLE governance_event (
     id uuid PRIMARY KEY,
     at timestamptz NOT NULL,
     actor text NOT NULL,
     use_case text NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     subject_type text NOT NULL,
     subject_id text,
     data jsonb NOT NULL
   )`,
  `CREATE INDEX governance_event_newest ON governance_event (at DESC, id DESC)`,
  `CREATE INDEX governance_event_subject ON governance_event (subject_type, subject_id)`,
  `ALTER TABLE governance_event ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE governance_event FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY governance_event_read ON governance_event FOR SELECT USING (socle_in_scope(organisation_id))`,
  // What is recorded is checked by the runner, and an event may concern an organisation above the actor's own.
  `CREATE POLICY governance_event_append ON governance_event FOR INSERT
     WITH CHECK (socle_in_scope(organisation_id) OR socle_above_scope(organisation_id))`,
  `GRANT SELECT, INSERT ON governance_event TO socle_app`,
  `CREATE FUNCTION governance_event_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the governance journal is append-only' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER governance_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON governance_event
     FOR EACH STATEMENT EXECUTE FUNCTION governance_event_refuse_change()`,
];
