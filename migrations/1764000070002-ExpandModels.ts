import type { MigrationInterface, QueryRunner } from "typeorm";

/** Models have a life of their own, say where they come from, and announce their end to those who depend on them. */
export class ExpandModels1764000070002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE model_notice`);
    await runner.query(
      `ALTER TABLE model DROP provenance, DROP state, DROP proposed_for, DROP proposed_by, DROP announced_at,
         DROP ends_at, DROP replacement_id, DROP sunset_reason, DROP version`,
    );
  }
}

const UNKNOWN = `{"weights": null, "format": null, "sha256": null, "runsIn": null, "trainingOnInputs": null,
  "evalStatus": "none", "billionParameters": null, "cardUrl": null}`;

const UP = [
  `ALTER TABLE model
     ADD provenance jsonb NOT NULL DEFAULT '${UNKNOWN}',
     ADD state text NOT NULL DEFAULT 'approved'
       CHECK (state IN ('proposed', 'assessed', 'approved', 'deprecated', 'retired', 'refused')),
     ADD proposed_for uuid REFERENCES organisation,
     ADD proposed_by text NOT NULL DEFAULT 'system:seed',
     ADD announced_at timestamptz,
     ADD ends_at timestamptz,
     ADD replacement_id uuid REFERENCES model,
     ADD sunset_reason text,
     ADD version integer NOT NULL DEFAULT 1 CHECK (version > 0),
     ADD CHECK ((announced_at IS NULL) = (ends_at IS NULL)),
     ADD CHECK ((state IN ('deprecated', 'retired')) = (ends_at IS NOT NULL)),
     ADD CHECK (ends_at > announced_at)`,
  `ALTER TABLE model ALTER proposed_by DROP DEFAULT, ALTER state DROP DEFAULT, ALTER version DROP DEFAULT`,
  `CREATE TABLE model_notice (
     id uuid PRIMARY KEY,
     model_id uuid NOT NULL REFERENCES model,
     use_case_id uuid NOT NULL REFERENCES use_case,
     organisation_id uuid NOT NULL REFERENCES organisation,
     sent_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     replacement_id uuid REFERENCES model
   )`,
  `CREATE INDEX model_notice_use_case ON model_notice (use_case_id)`,
  `ALTER TABLE model_notice ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE model_notice FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY model_notice_scope ON model_notice
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT ON model_notice TO socle_app`,
];
