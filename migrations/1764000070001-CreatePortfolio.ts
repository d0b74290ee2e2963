import type { MigrationInterface, QueryRunner } from "typeorm";

/** What hangs from use cases and bodies: scores, evaluations, consultations, shadow tools, training, bricks. */
export class CreatePortfolio1764000070001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX use_case_converging`);
    await runner.query(
      `DROP TABLE brick_use, brick, training_declaration, shadow_tool, staff_consultation, evaluation,
         selection_score, selection_weights`,
    );
  }
}

const STORED = `id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0)`;
const OF_USE_CASE = `${STORED},
     use_case_id uuid NOT NULL REFERENCES use_case`;

const scoped = (table: string): string[] => [
  `CREATE INDEX ${table}_organisation ON ${table} (organisation_id)`,
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table}
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
];

const UP = [
  `CREATE INDEX use_case_converging ON use_case (name_key, id) WHERE convergence IS NOT NULL`,

  `CREATE TABLE selection_weights (
     version integer PRIMARY KEY CHECK (version > 0),
     weights jsonb NOT NULL,
     transversal_bonus double precision NOT NULL CHECK (transversal_bonus BETWEEN 0 AND 100),
     transversal_domains text[] NOT NULL,
     set_at timestamptz NOT NULL,
     set_by text NOT NULL,
     reason text NOT NULL
   )`,
  `GRANT SELECT, INSERT ON selection_weights TO socle_app`,
  // Reference data: the plan names the criteria and the transversal functions, and gives no weight.
  `INSERT INTO selection_weights VALUES (1,
     '{"impact": 1, "generalisability": 1, "agentEffects": 1, "userEffects": 1}', 10,
     ARRAY['purchasing', 'human_resources', 'finance', 'legal'], '2026-06-16T00:00:00Z', 'system:reference-data',
     'The four criteria of the plan count the same until the AI cell says otherwise')`,

  `CREATE TABLE selection_score (
     ${OF_USE_CASE},
     marks jsonb NOT NULL,
     rationale text NOT NULL,
     state text NOT NULL CHECK (state IN ('draft', 'final')),
     scored_by text NOT NULL,
     scored_at timestamptz NOT NULL
   )`,
  `CREATE INDEX selection_score_use_case ON selection_score (use_case_id)`,
  ...scoped("selection_score"),
  `GRANT SELECT, INSERT ON selection_score TO socle_app`,

  `CREATE TABLE evaluation (
     ${OF_USE_CASE},
     protocol text NOT NULL,
     body text NOT NULL,
     independent boolean NOT NULL,
     sample text,
     metrics jsonb NOT NULL DEFAULT '[]',
     verdict text CHECK (verdict IN ('generalise', 'continue', 'adjust', 'stop', 'inconclusive')),
     summary text,
     publication_url text,
     state text NOT NULL CHECK (state IN ('planned', 'running', 'published')),
     planned_by text NOT NULL,
     planned_at timestamptz NOT NULL,
     published_at timestamptz,
     CHECK ((state = 'published') = (published_at IS NOT NULL)),
     CHECK ((state = 'published') = (verdict IS NOT NULL))
   )`,
  `CREATE INDEX evaluation_use_case ON evaluation (use_case_id)`,
  ...scoped("evaluation"),
  `GRANT SELECT, INSERT, UPDATE ON evaluation TO socle_app`,

  `CREATE TABLE staff_consultation (
     ${OF_USE_CASE},
     body text NOT NULL,
     held_on date NOT NULL,
     opinion text NOT NULL CHECK (opinion IN ('favourable', 'reserved', 'unfavourable', 'none_given')),
     summary text NOT NULL,
     document_url text,
     recorded_by text NOT NULL
   )`,
  `CREATE INDEX staff_consultation_use_case ON staff_consultation (use_case_id)`,
  ...scoped("staff_consultation"),
  `GRANT SELECT, INSERT ON staff_consultation TO socle_app`,

  `CREATE TABLE shadow_tool (
     ${STORED},
     name text NOT NULL,
     vendor text NOT NULL,
     vendor_country text NOT NULL CHECK (vendor_country ~ '^[A-Z]{2}$'),
     purpose text NOT NULL,
     agents integer CHECK (agents >= 0),
     alternative_id uuid REFERENCES use_case,
     answer text,
     state text NOT NULL CHECK (state IN ('declared', 'answered', 'closed')),
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL
   )`,
  ...scoped("shadow_tool"),
  `GRANT SELECT, INSERT, UPDATE ON shadow_tool TO socle_app`,

  `CREATE TABLE training_declaration (
     ${STORED},
     year integer NOT NULL CHECK (year BETWEEN 2020 AND 2100),
     programme text NOT NULL,
     audience text NOT NULL,
     trained integer NOT NULL CHECK (trained >= 0),
     target integer CHECK (target >= 0),
     source text,
     state text NOT NULL CHECK (state IN ('declared', 'validated')),
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX training_declaration_once ON training_declaration (organisation_id, year, programme)`,
  ...scoped("training_declaration"),
  `GRANT SELECT, INSERT, UPDATE ON training_declaration TO socle_app`,

  `CREATE TABLE brick (
     ${STORED},
     slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     name text NOT NULL,
     description text NOT NULL,
     repository_url text NOT NULL,
     licence text NOT NULL,
     publiccode_url text,
     state text NOT NULL CHECK (state IN ('listed', 'recommended', 'deprecated')),
     listed_at timestamptz NOT NULL
   )`,
  // The catalogue is everybody's to read: a brick is there to be taken up elsewhere.
  `ALTER TABLE brick ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE brick FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY brick_read ON brick FOR SELECT USING (true)`,
  `CREATE POLICY brick_insert ON brick FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `CREATE POLICY brick_update ON brick FOR UPDATE
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON brick TO socle_app`,
  `CREATE TABLE brick_use (
     use_case_id uuid NOT NULL REFERENCES use_case,
     brick_id uuid NOT NULL REFERENCES brick,
     organisation_id uuid NOT NULL REFERENCES organisation,
     PRIMARY KEY (use_case_id, brick_id)
   )`,
  `CREATE INDEX brick_use_brick ON brick_use (brick_id)`,
  ...scoped("brick_use"),
  `GRANT SELECT, INSERT ON brick_use TO socle_app`,
];
