import type { MigrationInterface, QueryRunner } from "typeorm";

/** The words of a search are read once a search, and a page by organisation comes from an index alone. */
export class SpeedUpUseCasePages1764000070003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX use_case_by_organisation ON use_case (organisation_id, id)`);
    // Ids alone come back: whoever calls it reads use cases, where row-level security decides.
    await runner.query(
      `CREATE OR REPLACE FUNCTION use_case_matching(words text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
         SECURITY DEFINER SET search_path = public, pg_temp AS $$
         SELECT use_case_id FROM use_case_words WHERE use_case_words.words @@ (SELECT use_case_query_of($1)) $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE OR REPLACE FUNCTION use_case_matching(words text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
         SECURITY DEFINER SET search_path = public, pg_temp AS $$
         SELECT use_case_words.use_case_id
         FROM use_case_words JOIN use_case ON use_case.id = use_case_words.use_case_id
         WHERE use_case_words.words @@ use_case_query_of($1) $$`,
    );
    await runner.query(`DROP INDEX use_case_by_organisation`);
  }
}
