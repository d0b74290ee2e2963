import type { MigrationInterface, QueryRunner } from "typeorm";

/** Policy bundles by digest, proposals to put one in force, and the order in which they came into force. */
export class CreatePolicyBundles1764000230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE policy_activation, policy_proposal, policy_bundle`);
  }
}

const DIGEST = `text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$')`;

const UP = [
  // Rules are everybody's: no row of a bundle belongs to one body, and none is ever changed or removed.
  `CREATE TABLE policy_bundle (
     digest ${DIGEST} PRIMARY KEY,
     files jsonb NOT NULL CHECK (jsonb_typeof(files) = 'array'),
     rules integer NOT NULL CHECK (rules >= 1),
     kept_at timestamptz NOT NULL,
     kept_by text NOT NULL,
     searched text GENERATED ALWAYS AS (socle_fold(files::text)) STORED
   )`,
  `CREATE INDEX policy_bundle_latest ON policy_bundle (kept_at DESC, digest DESC)`,
  `GRANT SELECT, INSERT ON policy_bundle TO socle_app`,

  `CREATE TABLE policy_proposal (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     digest text NOT NULL REFERENCES policy_bundle,
     base_digest text NOT NULL REFERENCES policy_bundle,
     motive text NOT NULL,
     state text NOT NULL CHECK (state IN ('proposed', 'activated', 'rejected', 'withdrawn')),
     proposed_by text NOT NULL,
     proposed_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     version integer NOT NULL CHECK (version >= 1),
     CHECK (digest <> base_digest),
     CHECK ((state = 'proposed') = (decided_by IS NULL)),
     CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
     CHECK (state <> 'activated' OR decided_by <> proposed_by),
     CHECK (state <> 'withdrawn' OR decided_by = proposed_by)
   )`,
  `CREATE INDEX policy_proposal_newest ON policy_proposal (id DESC)`,
  `ALTER TABLE policy_proposal ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE policy_proposal FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY policy_proposal_scope ON policy_proposal
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON policy_proposal TO socle_app`,

  `CREATE TABLE policy_activation (
     number bigint PRIMARY KEY CHECK (number >= 1),
     digest text NOT NULL REFERENCES policy_bundle,
     previous_digest text NOT NULL REFERENCES policy_bundle,
     proposal_id uuid NOT NULL UNIQUE REFERENCES policy_proposal,
     at timestamptz NOT NULL,
     proposed_by text NOT NULL,
     approved_by text NOT NULL,
     CHECK (proposed_by <> approved_by)
   )`,
  `GRANT SELECT, INSERT ON policy_activation TO socle_app`,
];
