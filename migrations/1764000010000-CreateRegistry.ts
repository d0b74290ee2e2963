import type { MigrationInterface, QueryRunner } from "typeorm";

/** Use cases with their history, applications and their keys, models and their aliases. */
export class CreateRegistry1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATES = `'idea', 'qualified', 'incubation', 'experiment', 'evaluated', 'deployed', 'generalised', 'retired',
  'suspended', 'refused', 'merged'`;
const SUSPENDABLE = `'incubation', 'experiment', 'evaluated', 'deployed', 'generalised'`;

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table}
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
];

/** Names that are taken, out of the reader's scope too: a slug is one for the whole platform. */
const takenSlugs = (table: string): string => `
  CREATE FUNCTION ${table}_taken_slugs(base text) RETURNS SETOF text LANGUAGE plpgsql AS $$
  DECLARE kept text := coalesce(current_setting('socle.scope', true), '');
  BEGIN
    PERFORM set_config('socle.scope', '*', true);
    RETURN QUERY SELECT slug FROM ${table} WHERE slug = base OR slug LIKE base || '-%';
    PERFORM set_config('socle.scope', kept, true);
  END $$`;

const UP = [
  // Lower case, without accents and ligatures: what a French search compares, whatever the database's locale.
  `CREATE FUNCTION socle_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
     SELECT lower(replace(replace(replace(replace(regexp_replace(normalize(value, NFD), '[\\u0300-\\u036f]', '', 'g'),
       'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')) $$`,

  `CREATE TABLE use_case (
     id uuid PRIMARY KEY,
     slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
     description text NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state IN (${STATES})),
     suspended_from text CHECK (suspended_from IN (${SUSPENDABLE})),
     labels text[] NOT NULL,
     service_class text NOT NULL CHECK (service_class IN ('interactive', 'standard', 'batch')),
     max_output_tokens integer NOT NULL CHECK (max_output_tokens > 0),
     decision_role text NOT NULL
       CHECK (decision_role IN ('none', 'assist', 'prepare', 'decide_with_validation', 'autonomous')),
     affects_individuals boolean NOT NULL,
     staff_effect text NOT NULL CHECK (staff_effect IN ('none', 'augmentation', 'substitution')),
     owner_email text NOT NULL,
     oversight text NOT NULL,
     evidence jsonb NOT NULL DEFAULT '{}',
     declared_by text NOT NULL,
     declared_at timestamptz NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     CHECK ((state = 'suspended') = (suspended_from IS NOT NULL))
   )`,
  `CREATE INDEX use_case_organisation ON use_case (organisation_id)`,
  ...scoped("use_case"),
  takenSlugs("use_case"),
  `GRANT SELECT, INSERT, UPDATE ON use_case TO socle_app`,

  // History is only ever added to: no UPDATE, no DELETE.
  `CREATE TABLE use_case_event (
     id uuid PRIMARY KEY,
     use_case_id uuid NOT NULL REFERENCES use_case,
     organisation_id uuid NOT NULL REFERENCES organisation,
     at timestamptz NOT NULL,
     from_state text CHECK (from_state IN (${STATES})),
     to_state text NOT NULL CHECK (to_state IN (${STATES})),
     by text NOT NULL,
     reason text
   )`,
  `CREATE INDEX use_case_event_use_case ON use_case_event (use_case_id, id)`,
  ...scoped("use_case_event"),
  `GRANT SELECT, INSERT ON use_case_event TO socle_app`,

  `CREATE TABLE application (
     id uuid PRIMARY KEY,
     slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     name text NOT NULL,
     environment text NOT NULL CHECK (environment IN ('development', 'test', 'production')),
     use_case_id uuid NOT NULL REFERENCES use_case,
     organisation_id uuid NOT NULL REFERENCES organisation,
     models text[],
     created_at timestamptz NOT NULL
   )`,
  `CREATE INDEX application_use_case ON application (use_case_id)`,
  ...scoped("application"),
  takenSlugs("application"),
  `GRANT SELECT, INSERT, UPDATE ON application TO socle_app`,

  `CREATE TABLE api_key (
     id uuid PRIMARY KEY,
     application_id uuid NOT NULL REFERENCES application,
     organisation_id uuid NOT NULL REFERENCES organisation,
     prefix text NOT NULL CHECK (length(prefix) <= 20),
     hash text NOT NULL UNIQUE CHECK (hash ~ '^[A-Za-z0-9_-]{43}$'),
     created_at timestamptz NOT NULL,
     created_by text NOT NULL,
     expires_at timestamptz NOT NULL,
     revoked_at timestamptz,
     CHECK (expires_at <= created_at + interval '366 days')
   )`,
  `CREATE INDEX api_key_application ON api_key (application_id)`,
  ...scoped("api_key"),
  `GRANT SELECT, INSERT ON api_key TO socle_app`,
  `GRANT UPDATE (revoked_at) ON api_key TO socle_app`,

  // The catalogue of models belongs to the whole platform: everybody may read it.
  `CREATE TABLE model (
     id uuid PRIMARY KEY,
     name text NOT NULL UNIQUE,
     publisher text NOT NULL,
     publisher_country text NOT NULL CHECK (publisher_country ~ '^[A-Z]{2}$'),
     licence text NOT NULL,
     context_window integer NOT NULL CHECK (context_window > 0)
   )`,
  `GRANT SELECT, INSERT, UPDATE ON model TO socle_app`,
  `CREATE TABLE model_alias (
     name text PRIMARY KEY,
     model_id uuid NOT NULL REFERENCES model
   )`,
  `GRANT SELECT, INSERT, UPDATE ON model_alias TO socle_app`,
];

const DOWN = [
  `DROP TABLE model_alias, model, api_key, application, use_case_event, use_case`,
  `DROP FUNCTION application_taken_slugs(text)`,
  `DROP FUNCTION use_case_taken_slugs(text)`,
  `DROP FUNCTION socle_fold(text)`,
];
