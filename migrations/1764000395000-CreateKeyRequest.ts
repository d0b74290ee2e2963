import type { MigrationInterface, QueryRunner } from "typeorm";

/** Keys are asked for, stood for by a second person, by ARIANE too in production, and collected by who asked. */
export class CreateKeyRequest1764000395000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (expires_at) ON api_key FROM socle_app`);
    await runner.query(`DROP TABLE key_request`);
  }
}

const UP = [
  `CREATE TABLE key_request (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     use_case_id uuid NOT NULL REFERENCES use_case,
     application_id uuid NOT NULL REFERENCES application,
     valid_days integer NOT NULL CHECK (valid_days BETWEEN 1 AND 365),
     reason text NOT NULL,
     state text NOT NULL CHECK (state IN ('requested', 'validated', 'approved', 'issued', 'refused', 'withdrawn')),
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL,
     validated_by text CHECK (validated_by <> requested_by),
     approved_by text CHECK (approved_by <> requested_by AND approved_by <> validated_by),
     closed_reason text,
     key_id uuid UNIQUE REFERENCES api_key,
     CHECK ((state = 'issued') = (key_id IS NOT NULL)),
     CHECK (state NOT IN ('validated', 'approved', 'issued') OR validated_by IS NOT NULL),
     CHECK ((state IN ('refused', 'withdrawn')) = (closed_reason IS NOT NULL))
   )`,
  `CREATE INDEX key_request_use_case ON key_request (use_case_id)`,
  `CREATE INDEX key_request_application ON key_request (application_id)`,
  `CREATE INDEX key_request_organisation ON key_request (organisation_id)`,
  `CREATE INDEX key_request_waiting ON key_request (state) WHERE state IN ('requested', 'validated', 'approved')`,
  `ALTER TABLE key_request ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE key_request FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY key_request_scope ON key_request
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON key_request TO socle_app`,
  `GRANT UPDATE (expires_at) ON api_key TO socle_app`,
];
