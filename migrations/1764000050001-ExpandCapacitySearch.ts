import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A search stops counting what it matches beyond a bound: what most rows have is then looked for row by row along the
 * order of the page, which finds a page of it at once. Lines are read in pages across campaigns too.
 */
export class ExpandCapacitySearch1764000050001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE FUNCTION capacity_matching(of text, wanted text[], most integer) RETURNS SETOF uuid LANGUAGE sql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT capacity_words.id FROM capacity_words
     WHERE capacity_words.of = $1 AND capacity_words.words @@ capacity_query_of($2) LIMIT $3 $$`,
  `REVOKE ALL ON FUNCTION capacity_matching(text, text[], integer) FROM public`,
  `GRANT EXECUTE ON FUNCTION capacity_matching(text, text[], integer) TO socle_app`,
  `CREATE FUNCTION capacity_matches(id uuid, wanted tsquery) RETURNS boolean LANGUAGE sql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT EXISTS (SELECT FROM capacity_words WHERE capacity_words.id = $1 AND capacity_words.words @@ $2) $$`,
  `REVOKE ALL ON FUNCTION capacity_matches(uuid, tsquery) FROM public`,
  `GRANT EXECUTE ON FUNCTION capacity_matches(uuid, tsquery) TO socle_app`,
  `DROP FUNCTION capacity_matching(text, text[])`,
  `CREATE INDEX capacity_line_page ON capacity_line (reference, id) WHERE until_version IS NULL`,
];

const DOWN = [
  `DROP INDEX capacity_line_page`,
  `CREATE FUNCTION capacity_matching(of text, wanted text[]) RETURNS SETOF uuid LANGUAGE sql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
     SELECT capacity_words.id FROM capacity_words
     WHERE capacity_words.of = $1 AND capacity_words.words @@ capacity_query_of($2) $$`,
  `REVOKE ALL ON FUNCTION capacity_matching(text, text[]) FROM public`,
  `GRANT EXECUTE ON FUNCTION capacity_matching(text, text[]) TO socle_app`,
  `DROP FUNCTION capacity_matches(uuid, tsquery)`,
  `DROP FUNCTION capacity_matching(text, text[], integer)`,
];
