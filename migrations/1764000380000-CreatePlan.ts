import type { MigrationInterface, QueryRunner } from "typeorm";

/** Records of what the plan names: small documents of one shape, whose fields follow from their kind. */
export class CreatePlan1764000380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plan_record`);
  }
}

const UP = [
  `CREATE TABLE plan_record (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     kind text NOT NULL CHECK (kind IN (
       'deadline', 'partnership', 'standard', 'agreement', 'extension', 'guide', 'indicator', 'offer',
       'sourcing', 'lever', 'mission', 'contact')),
     title text NOT NULL CHECK (title ~ '\\S'),
     said jsonb NOT NULL CHECK (jsonb_typeof(said) = 'object'),
     due_from date,
     due_on date,
     source text NOT NULL CHECK (source ~ '\\S'),
     invented boolean NOT NULL,
     state text NOT NULL CHECK (state IN (
       'awaited', 'missed', 'kept', 'talks', 'active', 'ended', 'draft', 'in_force', 'replaced',
       'negotiation', 'signed', 'applied', 'abandoned', 'studied', 'decided', 'published', 'stated',
       'announced', 'open', 'closed', 'arbitrated', 'planned', 'engaged', 'achieved', 'dropped', 'running',
       'contradictory', 'current')),
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL,
     shared boolean NOT NULL,
     searched text GENERATED ALWAYS AS (socle_fold(title || ' ' || source || ' ' || jsonb_path_query_array(said, '$.*')::text)) STORED,
     CHECK (due_from IS NULL OR due_from <= due_on),
     UNIQUE (organisation_id, kind, title)
   )`,
  `CREATE INDEX plan_record_due ON plan_record (kind, due_on)`,
  `ALTER TABLE plan_record ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE plan_record FORCE ROW LEVEL SECURITY`,
  // What the State says to all is everybody's to read; what a body keeps is read within its scope.
  `CREATE POLICY plan_record_read ON plan_record FOR SELECT USING (shared OR socle_in_scope(organisation_id))`,
  `CREATE POLICY plan_record_insert ON plan_record FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `CREATE POLICY plan_record_update ON plan_record FOR UPDATE
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON plan_record TO socle_app`,
];
