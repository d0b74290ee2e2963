import type { MigrationInterface, QueryRunner } from "typeorm";

/** What one person would have a use case say, and what a second one answered. */
export class CreateUseCaseChange1764000373000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE use_case_change`);
  }
}

const UP = [
  `CREATE TABLE use_case_change (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     use_case_id uuid NOT NULL REFERENCES use_case,
     changes jsonb NOT NULL CHECK (jsonb_array_length(changes) > 0),
     reason text NOT NULL,
     decision_right text NOT NULL CHECK (decision_right IN ('validate', 'select')),
     state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'withdrawn')),
     proposed_by text NOT NULL,
     proposed_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     CHECK ((state = 'proposed') = (decided_by IS NULL)),
     CHECK ((state = 'withdrawn') = (decided_by = proposed_by) OR decided_by IS NULL)
   )`,
  `CREATE INDEX use_case_change_use_case ON use_case_change (use_case_id)`,
  `CREATE INDEX use_case_change_waiting ON use_case_change (organisation_id) WHERE state = 'proposed'`,
  `CREATE INDEX use_case_change_organisation ON use_case_change (organisation_id)`,
  `ALTER TABLE use_case_change ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE use_case_change FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY use_case_change_scope ON use_case_change
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON use_case_change TO socle_app`,
];
