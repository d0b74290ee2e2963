import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Use cases say more, are found by their words, and are read in pages at any depth.
 *
 * Row-level security lets no condition run before its own unless the operator tells nothing (LEAKPROOF), so that neither
 * a match of words nor a call of `socle_fold` reaches an index of the table. Sort keys are therefore columns, and words
 * stand in a table of their own, closed to the application but for a function that gives back what is in scope.
 */
export class ExpandUseCases1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STATES = `'idea', 'qualified', 'incubation', 'experiment', 'evaluated', 'deployed', 'generalised', 'retired',
  'suspended', 'refused', 'merged'`;

const UP = [
  `ALTER TABLE use_case
     ADD amended_by text,
     ADD dossier jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(dossier) = 'object'),
     ADD convergence jsonb CHECK (convergence ->> 'status' IN ('converge', 'keep')),
     ADD merged_into uuid REFERENCES use_case CHECK (merged_into <> id),
     ADD name_key text COLLATE "C" GENERATED ALWAYS AS (socle_fold(name)) STORED,
     ADD state_key smallint GENERATED ALWAYS AS (array_position(ARRAY[${STATES}], state)) STORED,
     ADD CHECK (merged_into IS NULL OR state = 'merged')`,
  `CREATE INDEX use_case_by_name ON use_case (name_key, id)`,
  `CREATE INDEX use_case_by_state ON use_case (state_key, id)`,
  `CREATE INDEX use_case_by_declaration ON use_case (declared_at, id)`,

  // Both subqueries run once a statement, where socle_in_scope runs once a row.
  `CREATE FUNCTION socle_scope_organisations() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT descendant_id FROM organisation_closure
     WHERE ancestor_id = ANY (string_to_array(nullif(nullif(current_setting('socle.scope', true), '*'), ''), ',')::uuid[])
   $$`,
  `CREATE FUNCTION socle_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(current_setting('socle.scope', true), '') = '*' $$`,
  `DROP POLICY use_case_scope ON use_case`,
  `CREATE POLICY use_case_scope ON use_case
     USING ((SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations()))
     WITH CHECK (socle_in_scope(organisation_id))`,

  `CREATE TABLE use_case_words (
     use_case_id uuid PRIMARY KEY REFERENCES use_case ON DELETE CASCADE,
     words tsvector NOT NULL
   )`,
  `CREATE INDEX use_case_words_index ON use_case_words USING gin (words)`,
  // Stems find other forms of a word, the words themselves find its beginning.
  `CREATE FUNCTION use_case_words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT to_tsvector('french', socle_fold($1)) || to_tsvector('simple', socle_fold($1)) $$`,
  `CREATE FUNCTION use_case_keep_words() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO use_case_words VALUES (NEW.id,
       use_case_words_of(NEW.name || ' ' || NEW.description || ' ' || replace(NEW.slug, '-', ' ')))
     ON CONFLICT (use_case_id) DO UPDATE SET words = EXCLUDED.words;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER use_case_keep_words AFTER INSERT OR UPDATE OF name, description, slug ON use_case
     FOR EACH ROW EXECUTE FUNCTION use_case_keep_words()`,
  // A word is letters and digits; each has to be there, as another form of it or as its beginning.
  `CREATE FUNCTION use_case_query_of(words text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE word text; wanted tsquery := NULL; one tsquery;
   BEGIN
     FOREACH word IN ARRAY words LOOP
       one := to_tsquery('french', word) || to_tsquery('simple', word || ':*');
       wanted := CASE WHEN wanted IS NULL THEN one ELSE wanted && one END;
     END LOOP;
     RETURN wanted;
   END $$`,
  `CREATE FUNCTION use_case_matching(words text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT use_case_words.use_case_id FROM use_case_words JOIN use_case ON use_case.id = use_case_words.use_case_id
     WHERE use_case_words.words @@ use_case_query_of($1) $$`,
  `REVOKE ALL ON FUNCTION use_case_matching(text[]) FROM public`,
  `GRANT EXECUTE ON FUNCTION use_case_matching(text[]) TO socle_app`,
  `SELECT set_config('socle.scope', '*', true)`,
  `INSERT INTO use_case_words SELECT id,
     use_case_words_of(name || ' ' || description || ' ' || replace(slug, '-', ' ')) FROM use_case`,
];

const DOWN = [
  `DROP FUNCTION use_case_matching(text[])`,
  `DROP FUNCTION use_case_query_of(text[])`,
  `DROP TRIGGER use_case_keep_words ON use_case`,
  `DROP FUNCTION use_case_keep_words()`,
  `DROP FUNCTION use_case_words_of(text)`,
  `DROP TABLE use_case_words`,
  `DROP POLICY use_case_scope ON use_case`,
  `CREATE POLICY use_case_scope ON use_case
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `DROP FUNCTION socle_sees_all()`,
  `DROP FUNCTION socle_scope_organisations()`,
  `ALTER TABLE use_case DROP merged_into, DROP convergence, DROP dossier, DROP amended_by, DROP name_key, DROP state_key`,
];
