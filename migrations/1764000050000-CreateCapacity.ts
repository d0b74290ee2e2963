import type { MigrationInterface, QueryRunner } from "typeorm";

/** Campaigns, capacity declarations with their lines, needs, comments, imports, and what is observed of GPUs. */
export class CreateCapacity1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const DECLARATION_STATES = `'draft', 'submitted', 'returned', 'validated', 'reviewed', 'accepted', 'superseded'`;
const STATES = `${DECLARATION_STATES}, 'matched', 'partially_matched', 'unmet'`;

/** What is in scope is found once a statement, where socle_in_scope would be asked once a row. */
const IN_SCOPE = `(SELECT coalesce(current_setting('socle.scope', true), '') = '*') OR organisation_id IN (
  SELECT descendant_id FROM organisation_closure WHERE ancestor_id =
    ANY (string_to_array(nullif(nullif(current_setting('socle.scope', true), '*'), ''), ',')::uuid[]))`;

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table} USING (${IN_SCOPE}) WITH CHECK (socle_in_scope(organisation_id))`,
];

/** Rows of no one organisation that only who sees the whole tree may see. */
const treeOnly = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_tree ON ${table}
     USING (current_setting('socle.scope', true) = '*') WITH CHECK (current_setting('socle.scope', true) = '*')`,
];

/** Keeps the words of the rows that a statement wrote; `told` is what of a row `new_rows` is searched. */
const words = (table: string, told: string): string[] => [
  `CREATE FUNCTION ${table}_keep_words() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO capacity_words SELECT id, '${table}', capacity_words_of(${told}) FROM new_rows
     ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER ${table}_insert_words AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
     FOR EACH STATEMENT EXECUTE FUNCTION ${table}_keep_words()`,
];

/** Exactly one of a declaration and a need is what the row speaks of. */
const SPEAKS_OF = `
     declaration_id uuid REFERENCES capacity_declaration,
     need_id uuid REFERENCES capacity_need,
     organisation_id uuid NOT NULL REFERENCES organisation,
     CHECK (num_nonnulls(declaration_id, need_id) = 1)`;

const UP = [
  // Row-level security lets no match of words reach an index of its table: words stand apart, closed to the application
  // but for a function that gives ids back, of which the tables' own policies leave what is in scope.
  `CREATE TABLE capacity_words (
     id uuid PRIMARY KEY,
     of text NOT NULL CHECK (of IN ('capacity_line', 'capacity_need')),
     words tsvector NOT NULL
   )`,
  `CREATE INDEX capacity_words_index ON capacity_words USING gin (words)`,
  // Stems find other forms of a word, the words themselves find its beginning.
  `CREATE FUNCTION capacity_words_of(told text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT to_tsvector('pg_catalog.french', socle_fold($1)) || to_tsvector('pg_catalog.simple', socle_fold($1)) $$`,
  `CREATE FUNCTION capacity_query_of(wanted text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT string_agg('(' || (to_tsquery('pg_catalog.french', word) || to_tsquery('pg_catalog.simple', word || ':*'))::text
       || ')', ' & ')::tsquery FROM unnest(wanted) AS word $$`,
  `CREATE FUNCTION capacity_matching(of text, wanted text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT capacity_words.id FROM capacity_words
     WHERE capacity_words.of = $1 AND capacity_words.words @@ capacity_query_of($2) $$`,
  `REVOKE ALL ON FUNCTION capacity_matching(text, text[]) FROM public`,
  `GRANT EXECUTE ON FUNCTION capacity_matching(text, text[]) TO socle_app`,

  `CREATE TABLE campaign (
     id uuid PRIMARY KEY,
     name text NOT NULL CHECK (length(name) BETWEEN 3 AND 120),
     kind text NOT NULL CHECK (kind IN ('capacity', 'roadmap', 'training', 'use_cases')),
     state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'consolidated')),
     opens_at timestamptz NOT NULL,
     closes_at timestamptz NOT NULL,
     scope uuid[] NOT NULL,
     template_version integer NOT NULL CHECK (template_version > 0),
     quarters text[] NOT NULL CHECK (cardinality(quarters) BETWEEN 1 AND 20),
     reminder_days integer[] NOT NULL,
     created_by text NOT NULL,
     created_at timestamptz NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     idempotency_key text,
     CHECK (opens_at < closes_at)
   )`,
  `CREATE UNIQUE INDEX campaign_idempotency ON campaign (created_by, idempotency_key)`,
  `ALTER TABLE campaign ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE campaign FORCE ROW LEVEL SECURITY`,
  // Everybody is told of a campaign once it is open; only who sees the whole tree prepares one.
  `CREATE POLICY campaign_read ON campaign FOR SELECT
     USING (state <> 'draft' OR current_setting('socle.scope', true) = '*')`,
  `CREATE POLICY campaign_insert ON campaign FOR INSERT WITH CHECK (current_setting('socle.scope', true) = '*')`,
  `CREATE POLICY campaign_update ON campaign FOR UPDATE
     USING (current_setting('socle.scope', true) = '*') WITH CHECK (current_setting('socle.scope', true) = '*')`,
  `GRANT SELECT, INSERT, UPDATE ON campaign TO socle_app`,

  `CREATE TABLE campaign_reminder (
     campaign_id uuid NOT NULL REFERENCES campaign,
     organisation_id uuid NOT NULL REFERENCES organisation,
     days integer NOT NULL CHECK (days >= 0),
     sent_at timestamptz NOT NULL,
     missing text[] NOT NULL,
     PRIMARY KEY (campaign_id, organisation_id, days)
   )`,
  ...scoped("campaign_reminder"),
  `GRANT SELECT, INSERT ON campaign_reminder TO socle_app`,

  `CREATE TABLE capacity_declaration (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL REFERENCES campaign,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state IN (${DECLARATION_STATES})),
     declared_by text NOT NULL,
     created_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     line_count integer NOT NULL CHECK (line_count >= 0),
     gpu_count integer NOT NULL CHECK (gpu_count >= 0),
     completeness double precision NOT NULL CHECK (completeness BETWEEN 0 AND 1),
     over_commitment_by text,
     over_commitment_reason text,
     supersedes uuid REFERENCES capacity_declaration,
     created_by text NOT NULL,
     idempotency_key text,
     CHECK ((over_commitment_by IS NULL) = (over_commitment_reason IS NULL))
   )`,
  // One in progress and one accepted at a time.
  `CREATE UNIQUE INDEX capacity_declaration_in_progress ON capacity_declaration (campaign_id, organisation_id)
     WHERE state NOT IN ('accepted', 'superseded')`,
  `CREATE UNIQUE INDEX capacity_declaration_accepted ON capacity_declaration (campaign_id, organisation_id)
     WHERE state = 'accepted'`,
  `CREATE UNIQUE INDEX capacity_declaration_idempotency ON capacity_declaration (created_by, idempotency_key)`,
  `CREATE INDEX capacity_declaration_organisation ON capacity_declaration (organisation_id)`,
  ...scoped("capacity_declaration"),
  `GRANT SELECT, INSERT, UPDATE ON capacity_declaration TO socle_app`,

  // A line stands in the versions from since_version until before until_version; a changed line is a new row.
  `CREATE TABLE capacity_line (
     id uuid PRIMARY KEY,
     declaration_id uuid NOT NULL REFERENCES capacity_declaration,
     campaign_id uuid NOT NULL REFERENCES campaign,
     organisation_id uuid NOT NULL REFERENCES organisation,
     since_version integer NOT NULL CHECK (since_version > 0),
     until_version integer CHECK (until_version > since_version),
     content jsonb NOT NULL,
     reference text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content ->> 'reference') STORED
       CHECK (length(reference) BETWEEN 1 AND 64),
     site text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content ->> 'site') STORED,
     gpu_type text NOT NULL GENERATED ALWAYS AS (content ->> 'gpuType') STORED,
     gpu_count integer NOT NULL GENERATED ALWAYS AS ((content ->> 'gpuCount')::integer) STORED CHECK (gpu_count > 0),
     CHECK ((content ->> 'keptGpus')::integer BETWEEN 0 AND (content ->> 'gpuCount')::integer),
     CHECK ((content ->> 'shareablePercent')::numeric BETWEEN 0 AND 100),
     CHECK ((content ->> 'availableFrom') < (content ->> 'availableTo'))
   )`,
  `CREATE UNIQUE INDEX capacity_line_standing ON capacity_line (declaration_id, reference)
     WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_version ON capacity_line (declaration_id, since_version)`,
  `CREATE INDEX capacity_line_campaign ON capacity_line (campaign_id, reference, id)
     WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_campaign_gpus ON capacity_line (campaign_id, gpu_count, id) WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_campaign_site ON capacity_line (campaign_id, site, id) WHERE until_version IS NULL`,
  ...words(
    "capacity_line",
    `concat_ws(' ', reference, site, gpu_type, content ->> 'region', content ->> 'softwareStack',
       content ->> 'constraints')`,
  ),
  ...scoped("capacity_line"),
  `GRANT SELECT, INSERT ON capacity_line TO socle_app`,
  `GRANT UPDATE (until_version) ON capacity_line TO socle_app`,

  `CREATE TABLE capacity_need (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL REFERENCES campaign,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state IN (${STATES})),
     declared_by text NOT NULL,
     created_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     completeness double precision NOT NULL CHECK (completeness BETWEEN 0 AND 1),
     created_by text NOT NULL,
     idempotency_key text,
     content jsonb NOT NULL,
     reference text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content ->> 'reference') STORED
       CHECK (length(reference) BETWEEN 1 AND 64),
     title text COLLATE "C" NOT NULL GENERATED ALWAYS AS (content ->> 'title') STORED,
     criticality integer NOT NULL GENERATED ALWAYS AS ((content ->> 'criticality')::integer) STORED
       CHECK (criticality BETWEEN 1 AND 4),
     UNIQUE (campaign_id, organisation_id, reference),
     CHECK ((content ->> 'batchablePercent')::numeric BETWEEN 0 AND 100)
   )`,
  `CREATE UNIQUE INDEX capacity_need_idempotency ON capacity_need (created_by, idempotency_key)`,
  `CREATE INDEX capacity_need_page ON capacity_need (campaign_id, reference, id)`,
  `CREATE INDEX capacity_need_criticality ON capacity_need (campaign_id, criticality, id)`,
  ...words(
    "capacity_need",
    `concat_ws(' ', reference, title, content ->> 'model', replace(content ->> 'useCase', '-', ' '),
       content ->> 'justification')`,
  ),
  `CREATE TRIGGER capacity_need_update_words AFTER UPDATE ON capacity_need REFERENCING NEW TABLE AS new_rows
     FOR EACH STATEMENT EXECUTE FUNCTION capacity_need_keep_words()`,
  ...scoped("capacity_need"),
  `GRANT SELECT, INSERT, UPDATE ON capacity_need TO socle_app`,

  // Content of each version in which it changed; only ever added to.
  `CREATE TABLE capacity_need_version (
     need_id uuid NOT NULL REFERENCES capacity_need,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     content jsonb NOT NULL,
     PRIMARY KEY (need_id, version)
   )`,
  ...scoped("capacity_need_version"),
  `GRANT SELECT, INSERT ON capacity_need_version TO socle_app`,

  `CREATE TABLE capacity_event (
     id uuid PRIMARY KEY,
     at timestamptz NOT NULL,
     from_state text CHECK (from_state IN (${STATES})),
     to_state text NOT NULL CHECK (to_state IN (${STATES})),
     version integer NOT NULL CHECK (version > 0),
     by text NOT NULL,
     reason text,
     ${SPEAKS_OF}
   )`,
  `CREATE INDEX capacity_event_declaration ON capacity_event (declaration_id, version)`,
  `CREATE INDEX capacity_event_need ON capacity_event (need_id, version)`,
  ...scoped("capacity_event"),
  `GRANT SELECT, INSERT ON capacity_event TO socle_app`,

  `CREATE TABLE capacity_comment (
     id uuid PRIMARY KEY,
     at timestamptz NOT NULL,
     by text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     line text,
     field text,
     body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
     ${SPEAKS_OF}
   )`,
  `CREATE INDEX capacity_comment_declaration ON capacity_comment (declaration_id, at)`,
  `CREATE INDEX capacity_comment_need ON capacity_comment (need_id, at)`,
  ...scoped("capacity_comment"),
  `GRANT SELECT, INSERT ON capacity_comment TO socle_app`,

  `CREATE TABLE capacity_import (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL REFERENCES campaign,
     organisation_id uuid NOT NULL REFERENCES organisation,
     target text NOT NULL CHECK (target IN ('declaration', 'need')),
     format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
     file_name text NOT NULL CHECK (length(file_name) <= 255),
     file_digest text NOT NULL,
     file bytea NOT NULL,
     state text NOT NULL
       CHECK (state IN ('received', 'reading', 'previewed', 'accepted', 'cancelled', 'failed')),
     rows_read integer NOT NULL CHECK (rows_read >= 0),
     progress double precision NOT NULL CHECK (progress BETWEEN 0 AND 1),
     error_count integer NOT NULL CHECK (error_count >= 0),
     attempts integer NOT NULL DEFAULT 0,
     failure_code text,
     failure_message text,
     created_by text NOT NULL,
     created_at timestamptz NOT NULL,
     heartbeat_at timestamptz,
     finished_at timestamptz,
     version integer NOT NULL CHECK (version > 0),
     idempotency_key text
   )`,
  `CREATE UNIQUE INDEX capacity_import_idempotency ON capacity_import (created_by, idempotency_key)`,
  `CREATE INDEX capacity_import_unread ON capacity_import (created_at) WHERE state IN ('received', 'reading')`,
  ...scoped("capacity_import"),
  `GRANT SELECT, INSERT, UPDATE ON capacity_import TO socle_app`,

  `CREATE TABLE capacity_import_chunk (
     import_id uuid NOT NULL REFERENCES capacity_import,
     organisation_id uuid NOT NULL REFERENCES organisation,
     number integer NOT NULL,
     rows jsonb NOT NULL,
     PRIMARY KEY (import_id, number)
   )`,
  ...scoped("capacity_import_chunk"),
  `GRANT SELECT, INSERT, DELETE ON capacity_import_chunk TO socle_app`,

  `CREATE TABLE capacity_import_error (
     import_id uuid NOT NULL REFERENCES capacity_import,
     organisation_id uuid NOT NULL REFERENCES organisation,
     position integer NOT NULL,
     row_number integer NOT NULL,
     field text,
     cell text,
     value text,
     code text NOT NULL,
     message_fr text NOT NULL,
     message_en text NOT NULL,
     PRIMARY KEY (import_id, position)
   )`,
  ...scoped("capacity_import_error"),
  `GRANT SELECT, INSERT, DELETE ON capacity_import_error TO socle_app`,

  `CREATE TABLE capacity_finding (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL REFERENCES campaign,
     pool text NOT NULL,
     gpu_type text NOT NULL,
     declared integer NOT NULL CHECK (declared >= 0),
     observed integer NOT NULL CHECK (observed >= 0),
     difference double precision NOT NULL,
     source text NOT NULL CHECK (source IN ('agent', 'pool')),
     observed_at timestamptz NOT NULL,
     opened_at timestamptz NOT NULL,
     closed_at timestamptz
   )`,
  `CREATE UNIQUE INDEX capacity_finding_open ON capacity_finding (campaign_id, pool, gpu_type) WHERE closed_at IS NULL`,
  ...treeOnly("capacity_finding"),
  `GRANT SELECT, INSERT ON capacity_finding TO socle_app`,
  `GRANT UPDATE (declared, observed, difference, source, observed_at, closed_at) ON capacity_finding TO socle_app`,

  // What runs where is seen by who sees the whole tree.
  `CREATE TABLE observed_capacity (
     pool text NOT NULL,
     gpu_type text NOT NULL,
     gpus integer NOT NULL CHECK (gpus >= 0),
     observed_at timestamptz NOT NULL,
     source text NOT NULL CHECK (source IN ('agent', 'pool')),
     PRIMARY KEY (pool, gpu_type, source)
   )`,
  ...treeOnly("observed_capacity"),
  `GRANT SELECT, INSERT, UPDATE ON observed_capacity TO socle_app`,
];

const DOWN = [
  `DROP TABLE capacity_finding, observed_capacity, capacity_import_error, capacity_import_chunk, capacity_import, capacity_comment,
     capacity_event, capacity_need_version, capacity_need, capacity_line, capacity_declaration, campaign_reminder, campaign,
     capacity_words`,
  `DROP FUNCTION capacity_line_keep_words()`,
  `DROP FUNCTION capacity_need_keep_words()`,
  `DROP FUNCTION capacity_matching(text, text[])`,
  `DROP FUNCTION capacity_query_of(text[])`,
  `DROP FUNCTION capacity_words_of(text)`,
];
