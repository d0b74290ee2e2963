import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is asked of the compliance cell, declared to it and granted by it. */
export class CreateComplianceDesk1764000250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE derogation_notice, derogation, compliance_question, doctrine_note, use_case_review, assessment,
         incident, committee_opinion`,
    );
  }
}

/** What every record of the desk has; lists search and sort by the two keys, which are written with the record. */
const CASE = `id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     use_case_id uuid REFERENCES use_case,
     search_key text NOT NULL,
     due_key text COLLATE "C"`;

/** Read by the ministry and by those who see the whole tree; written within one's scope. */
const scoped = (table: string, readable = ""): string[] => [
  `CREATE INDEX ${table}_use_case ON ${table} (use_case_id)`,
  `CREATE INDEX ${table}_organisation ON ${table} (organisation_id)`,
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_read ON ${table} FOR SELECT
     USING (${readable}(SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations()))`,
  `CREATE POLICY ${table}_insert ON ${table} FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `CREATE POLICY ${table}_update ON ${table} FOR UPDATE
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON ${table} TO socle_app`,
];

const UP = [
  `CREATE TABLE derogation (
     ${CASE},
     rule text NOT NULL CHECK (rule ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
     pool_id uuid REFERENCES pool,
     motive text NOT NULL,
     guarantees text NOT NULL,
     notice text NOT NULL,
     notice_url text,
     authorities text[] NOT NULL CHECK (cardinality(authorities) > 0),
     decisions jsonb NOT NULL DEFAULT '[]',
     starts_on date NOT NULL,
     ends_on date NOT NULL,
     state text NOT NULL CHECK (state IN ('requested', 'endorsed', 'granted', 'refused', 'withdrawn', 'revoked')),
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL,
     endorsed_by text,
     granted_by text,
     closed_by text,
     closed_at timestamptz,
     close_reason text,
     CHECK (use_case_id IS NOT NULL),
     CHECK (starts_on <= ends_on),
     CHECK (endorsed_by IS NULL OR endorsed_by <> requested_by),
     CHECK (granted_by IS NULL OR granted_by NOT IN (requested_by, endorsed_by)),
     CHECK (state NOT IN ('granted', 'revoked') OR granted_by IS NOT NULL)
   )`,
  ...scoped("derogation"),
  `CREATE INDEX derogation_granted ON derogation (ends_on) WHERE state = 'granted'`,

  // A derogation is public: what is told of it stands apart from its motive, and everybody reads it.
  `CREATE TABLE derogation_notice (
     derogation_id uuid PRIMARY KEY REFERENCES derogation,
     rule text NOT NULL,
     body text NOT NULL,
     use_case text NOT NULL,
     authorities text[] NOT NULL,
     decisions jsonb NOT NULL,
     notice text NOT NULL,
     notice_url text,
     starts_on date NOT NULL,
     ends_on date NOT NULL,
     published_at timestamptz NOT NULL,
     revoked_at timestamptz
   )`,
  `CREATE INDEX derogation_notice_latest ON derogation_notice (published_at DESC, derogation_id DESC)`,
  `GRANT SELECT, INSERT ON derogation_notice TO socle_app`,
  `GRANT UPDATE (revoked_at) ON derogation_notice TO socle_app`,

  `CREATE TABLE compliance_question (
     ${CASE},
     topic text NOT NULL CHECK (topic IN ('ethics', 'legal', 'technical')),
     title text NOT NULL,
     question text NOT NULL,
     answer text,
     rules text[] NOT NULL DEFAULT '{}',
     state text NOT NULL CHECK (state IN ('open', 'answered', 'published')),
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL,
     due_on date NOT NULL,
     answered_by text,
     answered_at timestamptz,
     doctrine_id uuid,
     CHECK ((state = 'open') = (answer IS NULL)),
     CHECK ((state = 'published') = (doctrine_id IS NOT NULL))
   )`,
  ...scoped("compliance_question"),

  `CREATE TABLE doctrine_note (
     ${CASE},
     topic text NOT NULL CHECK (topic IN ('ethics', 'legal', 'technical')),
     title text NOT NULL,
     question text NOT NULL,
     answer text NOT NULL,
     rules text[] NOT NULL,
     state text NOT NULL CHECK (state IN ('published', 'withdrawn')),
     published_by text NOT NULL,
     published_at timestamptz NOT NULL,
     withdrawn_reason text
   )`,
  ...scoped("doctrine_note", "true OR "),
  `CREATE INDEX doctrine_note_rules ON doctrine_note USING gin (rules)`,

  `CREATE TABLE use_case_review (
     ${CASE},
     opinion text NOT NULL CHECK (opinion IN ('favourable', 'with_reserves', 'unfavourable')),
     summary text NOT NULL,
     conditions jsonb NOT NULL DEFAULT '[]',
     state text NOT NULL CHECK (state IN ('open', 'settled', 'superseded')),
     reviewed_by text NOT NULL,
     reviewed_at timestamptz NOT NULL,
     CHECK (use_case_id IS NOT NULL)
   )`,
  ...scoped("use_case_review"),

  `CREATE TABLE assessment (
     ${CASE},
     kind text NOT NULL CHECK (kind IN ('ai_act_screening', 'fria', 'dpia', 'sren', 'homologation')),
     edition integer NOT NULL CHECK (edition > 0),
     answers jsonb NOT NULL,
     reference text NOT NULL,
     state text NOT NULL CHECK (state IN ('draft', 'done', 'to_review', 'superseded')),
     drafted_by text NOT NULL,
     drafted_at timestamptz NOT NULL,
     concluded_by text,
     concluded_at timestamptz,
     review_on date,
     review_reason text,
     CHECK (use_case_id IS NOT NULL),
     CHECK ((concluded_by IS NULL) = (state = 'draft')),
     CHECK (concluded_by IS NULL OR concluded_by <> drafted_by),
     UNIQUE (use_case_id, kind, edition)
   )`,
  ...scoped("assessment"),
  `CREATE UNIQUE INDEX assessment_one_draft ON assessment (use_case_id, kind) WHERE state = 'draft'`,

  `CREATE TABLE incident (
     ${CASE},
     kind text NOT NULL CHECK (kind IN
       ('death', 'widespread_infringement', 'critical_infrastructure', 'other_serious', 'not_serious')),
     severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
     harms text[] NOT NULL DEFAULT '{}',
     title text NOT NULL,
     description text NOT NULL,
     system_version text,
     occurred_at timestamptz,
     aware_at timestamptz NOT NULL,
     due_at timestamptz,
     measures jsonb NOT NULL DEFAULT '[]',
     notification jsonb,
     suspended_at timestamptz,
     state text NOT NULL CHECK (state IN ('open', 'investigating', 'mitigated', 'closed')),
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL,
     CHECK (use_case_id IS NOT NULL),
     CHECK ((due_at IS NULL) = (kind = 'not_serious'))
   )`,
  ...scoped("incident"),

  `CREATE TABLE committee_opinion (
     ${CASE},
     number text NOT NULL UNIQUE,
     title text NOT NULL,
     subject text NOT NULL,
     text text NOT NULL,
     figures jsonb NOT NULL,
     votes jsonb,
     adopted_on date,
     state text NOT NULL CHECK (state IN ('draft', 'adopted', 'published')),
     recorded_by text NOT NULL,
     recorded_at timestamptz NOT NULL,
     published_at timestamptz,
     CHECK ((state = 'draft') = (votes IS NULL)),
     CHECK ((state = 'published') = (published_at IS NOT NULL))
   )`,
  ...scoped("committee_opinion", "state = 'published' OR "),
];
