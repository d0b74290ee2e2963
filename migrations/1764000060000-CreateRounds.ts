import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rights with dates, and the rounds that vote them: requests, opinions, solving jobs. */
export class CreateRounds1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table}
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON ${table} TO socle_app`,
];

const UP = [
  `CREATE EXTENSION IF NOT EXISTS btree_gist`,

  // What stood before had no dates: it holds since ever, until something replaces it.
  `ALTER TABLE allocation
     ADD COLUMN valid_from timestamptz NOT NULL DEFAULT '-infinity',
     ADD COLUMN valid_to timestamptz,
     ADD COLUMN round_id uuid,
     ADD CONSTRAINT allocation_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
     DROP CONSTRAINT allocation_pool_id_node_id_key,
     ADD CONSTRAINT allocation_one_at_a_time
       EXCLUDE USING gist (pool_id WITH =, node_id WITH =, tstzrange(valid_from, valid_to) WITH &&)`,

  `CREATE TABLE allocation_round (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     track text NOT NULL CHECK (track IN ('continu', 'appel', 'urgence')),
     title text NOT NULL,
     state text NOT NULL CHECK (state IN ('draft', 'submitted', 'technical_review', 'arbitration', 'granted', 'partial',
       'refused', 'active', 'complement', 'clawback', 'closed')),
     quarters text[] NOT NULL CHECK (cardinality(quarters) BETWEEN 1 AND 12),
     effect_from timestamptz NOT NULL,
     expires_at timestamptz,
     closes_at timestamptz,
     pools jsonb NOT NULL,
     opened_by text NOT NULL,
     opened_at timestamptz NOT NULL,
     rules_version text NOT NULL,
     solution jsonb,
     proposed_by text,
     proposed_at timestamptz,
     proposed_digest text,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     reviewed_by text,
     reviewed_at timestamptz,
     review text,
     parent_id uuid REFERENCES allocation_round,
     version integer NOT NULL,
     CONSTRAINT allocation_round_two_persons CHECK (proposed_by <> decided_by),
     CONSTRAINT allocation_round_other_reviewer CHECK (reviewed_by <> decided_by),
     CONSTRAINT allocation_round_time_box CHECK (track <> 'urgence'
       OR (expires_at IS NOT NULL AND expires_at > effect_from AND expires_at <= effect_from + interval '30 days'))
   )`,
  `CREATE INDEX allocation_round_newest ON allocation_round (opened_at DESC, id DESC)`,
  `ALTER TABLE allocation_round ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE allocation_round FORCE ROW LEVEL SECURITY`,
  // A call of the State is everybody's to read; a ministry's own round is its own.
  `CREATE POLICY allocation_round_read ON allocation_round FOR SELECT
     USING (socle_in_scope(organisation_id) OR socle_above_scope(organisation_id))`,
  `CREATE POLICY allocation_round_insert ON allocation_round FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `CREATE POLICY allocation_round_update ON allocation_round FOR UPDATE
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON allocation_round TO socle_app`,

  `ALTER TABLE allocation ADD CONSTRAINT allocation_round_fk FOREIGN KEY (round_id) REFERENCES allocation_round (id)`,
  `CREATE INDEX allocation_round_index ON allocation (round_id) WHERE round_id IS NOT NULL`,

  `CREATE TABLE round_line (
     id uuid PRIMARY KEY,
     round_id uuid NOT NULL REFERENCES allocation_round,
     organisation_id uuid NOT NULL REFERENCES organisation,
     ministry_id uuid NOT NULL REFERENCES organisation,
     use_case_id uuid,
     need_id uuid,
     title text NOT NULL,
     gpu_classes text[] NOT NULL CHECK (cardinality(gpu_classes) > 0),
     labels text[] NOT NULL,
     criticality smallint NOT NULL CHECK (criticality BETWEEN 1 AND 4),
     score integer NOT NULL CHECK (score BETWEEN 1 AND 1000),
     asks jsonb NOT NULL,
     has_calendar boolean NOT NULL,
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL,
     placements jsonb,
     explanations jsonb,
     outcome text CHECK (outcome IN ('granted', 'partial', 'refused')),
     amended_by text,
     amended_reason text,
     version integer NOT NULL,
     CHECK ((placements IS NULL) = (outcome IS NULL)),
     CHECK ((amended_by IS NULL) = (amended_reason IS NULL))
   )`,
  `CREATE UNIQUE INDEX round_line_need ON round_line (round_id, need_id) WHERE need_id IS NOT NULL`,
  `CREATE INDEX round_line_order ON round_line (round_id, criticality, id)`,
  `CREATE INDEX round_line_organisation ON round_line (organisation_id)`,
  ...scoped("round_line"),

  `CREATE TABLE round_opinion (
     id uuid PRIMARY KEY,
     round_id uuid NOT NULL REFERENCES allocation_round,
     line_id uuid REFERENCES round_line,
     organisation_id uuid NOT NULL REFERENCES organisation,
     by_person text NOT NULL,
     verdict text NOT NULL CHECK (verdict IN ('favourable', 'reserved', 'unfavourable')),
     told text NOT NULL,
     at timestamptz NOT NULL
   )`,
  `CREATE INDEX round_opinion_round ON round_opinion (round_id, at)`,
  ...scoped("round_opinion"),

  `CREATE TABLE round_job (
     id uuid PRIMARY KEY,
     round_id uuid NOT NULL REFERENCES allocation_round,
     organisation_id uuid NOT NULL REFERENCES organisation,
     kind text NOT NULL CHECK (kind IN ('solve', 'what_if', 'unlock')),
     state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
     progress real NOT NULL CHECK (progress BETWEEN 0 AND 1),
     asked jsonb NOT NULL,
     result jsonb,
     failure text,
     requested_by text NOT NULL,
     created_at timestamptz NOT NULL,
     heartbeat_at timestamptz NOT NULL,
     finished_at timestamptz,
     cancel_requested boolean NOT NULL DEFAULT false,
     CHECK ((state = 'running') = (finished_at IS NULL))
   )`,
  `CREATE UNIQUE INDEX round_job_one_solve ON round_job (round_id) WHERE kind = 'solve' AND state = 'running'`,
  `CREATE INDEX round_job_round ON round_job (round_id, created_at)`,
  ...scoped("round_job"),
];

const DOWN = [
  `DROP TABLE round_job, round_opinion, round_line`,
  `ALTER TABLE allocation DROP CONSTRAINT allocation_one_at_a_time, DROP CONSTRAINT allocation_dates,
     DROP COLUMN round_id`,
  `DELETE FROM allocation WHERE NOT (valid_from <= now() AND coalesce(valid_to, 'infinity') > now())`,
  `ALTER TABLE allocation DROP COLUMN valid_from, DROP COLUMN valid_to,
     ADD CONSTRAINT allocation_pool_id_node_id_key UNIQUE (pool_id, node_id)`,
  `DROP TABLE allocation_round`,
  `DROP EXTENSION btree_gist`,
];
