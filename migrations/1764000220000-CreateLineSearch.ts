import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Lines are found and paged with bounded work, however common a word, however deep the page, however narrow the reach.
 *
 * Row-level security lets no match of words come before its own condition, and an index of words knows no order. Standing
 * lines are therefore kept once more in a table of their own, closed to the application but for one function. Each order
 * of a campaign's lines is cut in blocks of about a thousand, of which every word is noted: a search walks only the
 * blocks that have all its words. What is too thin for that is few, and is sorted whole.
 */
export class CreateLineSearch1764000220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WORDS, ...TABLES, ...WRITING, ...READING, ...FILLING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TOLD = `concat_ws(' ', reference, site, gpu_type, content ->> 'region', content ->> 'softwareStack',
  content ->> 'constraints')`;
/** A line's words, and its type of GPU as a word that no search can spell. */
const LINE_WORDS = `capacity_words_of(${TOLD}) || array_to_tsvector(ARRAY['=' || gpu_type])`;
const SEARCHED = `SELECT id, campaign_id, declaration_id, gpu_type, reference, site, lpad(gpu_count::text, 10, '0'),
  ${LINE_WORDS}`;
const BLOCK_LINES = 1000;
const FIRST = `'', '00000000-0000-0000-0000-000000000000'`;

const WORDS = [
  // Split as a search is: "ligne-4242" is found by "4242", which the parser of PostgreSQL takes for a negative number.
  `CREATE OR REPLACE FUNCTION capacity_words_of(told text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT strip(to_tsvector('pg_catalog.french', split) || to_tsvector('pg_catalog.simple', split))
     FROM regexp_replace(socle_fold($1), '[^a-z0-9]+', ' ', 'g') AS split $$`,
  `CREATE OR REPLACE FUNCTION use_case_words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT capacity_words_of($1) $$`,
  `SELECT set_config('socle.scope', '*', true)`,
  `UPDATE use_case_words SET words = use_case_words_of(name || ' ' || description || ' ' || slug)
   FROM use_case WHERE use_case.id = use_case_id`,
  `UPDATE capacity_words SET words = capacity_words_of(concat_ws(' ', reference, title, content ->> 'model',
     content ->> 'useCase', content ->> 'justification')) FROM capacity_need need WHERE need.id = capacity_words.id`,
];

const TABLES = [
  `CREATE TABLE capacity_line_search (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL,
     declaration_id uuid NOT NULL,
     gpu_type text NOT NULL,
     by_reference text COLLATE "C" NOT NULL,
     by_site text COLLATE "C" NOT NULL,
     by_gpu_count text COLLATE "C" NOT NULL,
     words tsvector NOT NULL
   )`,
  `CREATE INDEX capacity_line_search_words ON capacity_line_search USING gin (words)`,
  ...["reference", "site", "gpu_count"].flatMap((sort) => [
    `CREATE INDEX capacity_line_campaign_by_${sort} ON capacity_line_search (campaign_id, by_${sort}, id)`,
    `CREATE INDEX capacity_line_declaration_by_${sort} ON capacity_line_search (declaration_id, by_${sort}, id)`,
  ]),
  `CREATE TABLE capacity_line_order (
     id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
     campaign_id uuid NOT NULL,
     sort text NOT NULL CHECK (sort IN ('reference', 'site', 'gpu_count')),
     UNIQUE (campaign_id, sort)
   )`,
  // A block goes from its start to before the start of the next.
  `CREATE TABLE capacity_line_block (
     id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
     order_id integer NOT NULL,
     starts text COLLATE "C" NOT NULL,
     starts_id uuid NOT NULL,
     lines integer NOT NULL,
     UNIQUE (order_id, starts, starts_id)
   )`,
  // May hold more than the block's lines have, after some were closed; never less.
  `CREATE TABLE capacity_line_block_word (
     order_id integer NOT NULL,
     word text COLLATE "C" NOT NULL,
     block_id integer NOT NULL,
     PRIMARY KEY (order_id, word, block_id)
   )`,
];

const WRITING = [
  // Cuts a block into blocks of the size that is aimed at, and notes their words anew.
  `CREATE FUNCTION capacity_line_block_cut(of_campaign uuid, sort text, old capacity_line_block) RETURNS void
     LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
   DECLARE beyond capacity_line_block;
   BEGIN
     SELECT * INTO beyond FROM capacity_line_block b
     WHERE b.order_id = old.order_id AND (b.starts, b.starts_id) > (old.starts, old.starts_id)
     ORDER BY b.starts, b.starts_id LIMIT 1;
     DELETE FROM capacity_line_block WHERE id = old.id;
     EXECUTE format($sql$
       WITH ordered AS MATERIALIZED (
         SELECT id, %1$I AS key, words, (row_number() OVER (ORDER BY %1$I, id) - 1) / ${BLOCK_LINES} AS place
         FROM capacity_line_search WHERE campaign_id = $1 AND (%1$I, id) >= ($3, $4)
           AND ($5 IS NULL OR (%1$I, id) < ($5, $6))),
       said AS MATERIALIZED (
         SELECT DISTINCT place, word FROM ordered, unnest(tsvector_to_array(words)) AS word),
       first AS (
         SELECT DISTINCT ON (place) place, CASE WHEN place = 0 THEN $3 ELSE key END AS starts,
           CASE WHEN place = 0 THEN $4 ELSE id END AS starts_id, count(*) OVER (PARTITION BY place) AS lines
         FROM ordered ORDER BY place, key, id),
       blocks AS (
         INSERT INTO capacity_line_block (order_id, starts, starts_id, lines)
         SELECT $2, starts, starts_id, lines FROM first
         UNION ALL SELECT $2, $3, $4, 0 WHERE NOT EXISTS (SELECT FROM ordered)
         RETURNING id, starts, starts_id),
       gone AS (
         DELETE FROM capacity_line_block_word w USING (SELECT DISTINCT word FROM said) said
         WHERE w.order_id = $2 AND w.word = said.word AND w.block_id = $7)
       INSERT INTO capacity_line_block_word (order_id, word, block_id)
       SELECT $2, said.word, blocks.id FROM said JOIN first USING (place) JOIN blocks USING (starts, starts_id)
     $sql$, 'by_' || sort)
     USING of_campaign, old.order_id, old.starts, old.starts_id, beyond.starts, beyond.starts_id, old.id;
   END $$`,
  // Whoever writes lines of a campaign waits for the others who do: a block is not cut below a line that comes in.
  `CREATE OR REPLACE FUNCTION capacity_line_keep_words() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE orders record; full_block capacity_line_block;
   BEGIN
     FOR orders IN SELECT DISTINCT campaign_id FROM new_rows ORDER BY 1 LOOP
       PERFORM pg_advisory_xact_lock(hashtextextended('capacity_line ' || orders.campaign_id, 0));
     END LOOP;
     INSERT INTO capacity_line_search ${SEARCHED} FROM new_rows WHERE until_version IS NULL;
     INSERT INTO capacity_line_order (campaign_id, sort)
     SELECT DISTINCT campaign_id, sort FROM new_rows, unnest(ARRAY['reference', 'site', 'gpu_count']) AS sort
     ON CONFLICT DO NOTHING;
     FOR orders IN SELECT o.* FROM capacity_line_order o WHERE o.campaign_id IN (SELECT campaign_id FROM new_rows) LOOP
       INSERT INTO capacity_line_block (order_id, starts, starts_id, lines) VALUES (orders.id, ${FIRST}, 0)
       ON CONFLICT DO NOTHING;
       EXECUTE format($sql$
         WITH placed AS MATERIALIZED (
           SELECT words, (SELECT b.id FROM capacity_line_block b
             WHERE b.order_id = $1 AND (b.starts, b.starts_id) <= (found.%1$I, found.id)
             ORDER BY b.starts DESC, b.starts_id DESC LIMIT 1) AS block_id
           FROM new_rows JOIN capacity_line_search found USING (id) WHERE found.campaign_id = $2),
         grown AS (
           UPDATE capacity_line_block b SET lines = b.lines + more.lines
           FROM (SELECT block_id, count(*) AS lines FROM placed GROUP BY 1) more WHERE b.id = more.block_id
           RETURNING b.id, b.lines)
         INSERT INTO capacity_line_block_word (order_id, word, block_id)
         SELECT DISTINCT $1, word, grown.id
         FROM placed JOIN grown ON grown.id = block_id, unnest(tsvector_to_array(words)) AS word
         WHERE grown.lines <= ${2 * BLOCK_LINES}
         ON CONFLICT DO NOTHING
       $sql$, 'by_' || orders.sort) USING orders.id, orders.campaign_id;
       FOR full_block IN SELECT * FROM capacity_line_block b WHERE b.order_id = orders.id AND b.lines > ${2 * BLOCK_LINES} LOOP
         PERFORM capacity_line_block_cut(orders.campaign_id, orders.sort, full_block);
       END LOOP;
     END LOOP;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION capacity_line_drop_words() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     DELETE FROM capacity_line_search WHERE id IN (SELECT id FROM new_rows WHERE until_version IS NOT NULL);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER capacity_line_close_words AFTER UPDATE ON capacity_line REFERENCING NEW TABLE AS new_rows
     FOR EACH STATEMENT EXECUTE FUNCTION capacity_line_drop_words()`,
];

/** Lines of fewer declarations than that are read whole. */
const FEW_LINES = 5000;
/** Blocks that a search walks before it asks the index of words for what must then be thin. */
const MOST_BLOCKS = 8;
/** A beginning that more words have narrows nothing. */
const MOST_ENTRIES = 5000;

const READING = [
  // Blocks of an order that may hold a line with every word and one of the types of GPU; null for all of them.
  `CREATE FUNCTION capacity_line_blocks(of_order integer, wanted text[], gpu_types text[]) RETURNS integer[]
     LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
   DECLARE sought text; hits integer[]; more integer[];
   BEGIN
     IF cardinality(gpu_types) > 0 THEN
       hits := array(SELECT DISTINCT b.block_id FROM capacity_line_block_word b
         WHERE b.order_id = of_order AND b.word IN (SELECT '=' || gpu_type FROM unnest(gpu_types) AS gpu_type));
     END IF;
     FOREACH sought IN ARRAY wanted LOOP
       more := array(SELECT b.block_id FROM capacity_line_block_word b WHERE b.order_id = of_order
           AND b.word >= sought AND b.word < left(sought, -1) || chr(ascii(right(sought, 1)) + 1) LIMIT ${MOST_ENTRIES});
       CONTINUE WHEN cardinality(more) = ${MOST_ENTRIES};
       more := more || array(SELECT b.block_id FROM capacity_line_block_word b
         WHERE b.order_id = of_order AND b.word = ANY (tsvector_to_array(to_tsvector('pg_catalog.french', sought))));
       hits := array(SELECT unnest(more) INTERSECT SELECT unnest(coalesce(hits, more)));
     END LOOP;
     RETURN hits;
   END $$`,
  // Ids of a page in its order, of what the asking scope may see; whoever calls it reads lines, where row-level security
  // decides once more.
  `CREATE FUNCTION capacity_line_page(of_campaign uuid, of_declaration uuid, below uuid, gpu_types text[], wanted text[],
     sort text, descending boolean, after_key text, after_id uuid, most integer) RETURNS SETOF uuid
     LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 50 AS $$
   DECLARE
     key text := quote_ident('by_' || sort);
     towards text := CASE WHEN descending THEN 'DESC' ELSE 'ASC' END;
     whole boolean := socle_sees_all() AND below IS NULL AND of_declaration IS NULL;
     query tsquery := CASE WHEN cardinality(wanted) > 0 THEN capacity_query_of(wanted) END;
     last_key text := CASE sort WHEN 'gpu_count' THEN lpad(after_key, 10, '0') ELSE after_key END;
     condition text := 'true';
     reach uuid[]; campaigns uuid[]; total bigint; orders record; block record;
     ids uuid[] := '{}'; keys text[] := '{}'; more_ids uuid[]; more_keys text[]; missing integer;
     walked integer := 0; thin boolean := false;
   BEGIN
     SELECT array_agg(d.id), array_agg(DISTINCT d.campaign_id), coalesce(sum(d.line_count), 0)
     INTO reach, campaigns, total FROM capacity_declaration d
     WHERE (of_campaign IS NULL OR d.campaign_id = of_campaign) AND (of_declaration IS NULL OR d.id = of_declaration)
       AND (socle_sees_all() OR d.organisation_id IN (SELECT socle_scope_organisations()))
       AND (below IS NULL OR d.organisation_id IN (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = below));
     IF NOT whole THEN condition := condition || ' AND declaration_id = ANY ($1)'; END IF;
     IF query IS NOT NULL THEN condition := condition || ' AND words @@ $2'; END IF;
     IF cardinality(gpu_types) > 0 THEN condition := condition || ' AND gpu_type = ANY ($3)'; END IF;
     IF after_id IS NOT NULL THEN
       condition := condition || format(' AND (%s, id) %s ($4, $5)', key, CASE WHEN descending THEN '<' ELSE '>' END);
     END IF;

     -- Nothing narrows the order but the reach: the first of each campaign or declaration, merged.
     IF query IS NULL AND cardinality(gpu_types) = 0 AND total > ${FEW_LINES} THEN
       RETURN QUERY EXECUTE format($sql$
         SELECT each.id FROM unnest($7) AS part, LATERAL (
           SELECT id, %1$s AS k FROM capacity_line_search WHERE %2$s = part AND %3$s
           ORDER BY %1$s %4$s, id %4$s LIMIT $6) each
         ORDER BY each.k %4$s, each.id %4$s LIMIT $6
       $sql$, key, CASE WHEN whole THEN 'campaign_id' ELSE 'declaration_id' END,
         replace(condition, ' AND declaration_id = ANY ($1)', ''), towards)
       USING reach, query, gpu_types, last_key, after_id, most, CASE WHEN whole THEN campaigns ELSE reach END;
       RETURN;
     END IF;

     IF total > ${FEW_LINES} THEN
       FOR orders IN SELECT o.* FROM capacity_line_order o
         WHERE o.campaign_id = ANY (campaigns) AND o.sort = capacity_line_page.sort LOOP
         EXIT WHEN thin;
         missing := most;
         FOR block IN
           WITH bounds AS (
             SELECT b.id, b.starts, b.starts_id, lead(b.starts) OVER ahead AS ends, lead(b.starts_id) OVER ahead AS ends_id
             FROM capacity_line_block b WHERE b.order_id = orders.id WINDOW ahead AS (ORDER BY b.starts, b.starts_id)),
           hits AS MATERIALIZED (SELECT capacity_line_blocks(orders.id, wanted, gpu_types) AS ids)
           SELECT bounds.*, count(*) OVER () AS of,
             row_number() OVER (ORDER BY starts, starts_id) * CASE WHEN descending THEN -1 ELSE 1 END AS place
           FROM bounds, hits WHERE (hits.ids IS NULL OR bounds.id = ANY (hits.ids))
             AND (after_id IS NULL OR CASE WHEN descending THEN (starts, starts_id) < (last_key, after_id)
               ELSE ends IS NULL OR (ends, ends_id) > (last_key, after_id) END)
           ORDER BY place
         LOOP
           -- What the first blocks gave says that so many will not fill the page.
           thin := walked = ${MOST_BLOCKS} OR (block.of > ${MOST_BLOCKS} AND walked > 1
             AND (most - missing) * ${MOST_BLOCKS} < most * walked);
           EXIT WHEN thin;
           walked := walked + 1;
           EXECUTE format($sql$
             SELECT array_agg(id), array_agg(k) FROM (
               SELECT id, %1$s AS k FROM (
                 SELECT * FROM capacity_line_search WHERE campaign_id = $7 AND (%1$s, id) >= ($8, $9) %2$s
                 ORDER BY %1$s %4$s, id %4$s OFFSET 0) lines
               WHERE %3$s ORDER BY %1$s %4$s, id %4$s LIMIT $6) found
           $sql$, key, CASE WHEN block.ends IS NULL THEN '' ELSE format('AND (%s, id) < ($10, $11)', key) END,
             condition, towards)
           INTO more_ids, more_keys
           USING reach, query, gpu_types, last_key, after_id, missing, orders.campaign_id,
             block.starts, block.starts_id, block.ends, block.ends_id;
           ids := ids || more_ids;
           keys := keys || more_keys;
           missing := missing - coalesce(cardinality(more_ids), 0);
           EXIT WHEN missing = 0;
         END LOOP;
       END LOOP;
       IF NOT thin THEN
         RETURN QUERY EXECUTE format(
           'SELECT id FROM unnest($1, $2) AS found (id, k) ORDER BY k COLLATE "C" %1$s, id %1$s LIMIT $3', towards)
         USING ids, keys, most;
         RETURN;
       END IF;
     END IF;

     -- Thin, or of few lines: whole.
     RETURN QUERY EXECUTE format($sql$
       WITH found AS MATERIALIZED (SELECT id, %1$s AS k FROM capacity_line_search WHERE %2$s AND %3$s)
       SELECT id FROM found ORDER BY k %4$s, id %4$s LIMIT $6
     $sql$, key, CASE WHEN total > ${FEW_LINES} THEN 'campaign_id = ANY ($7)' ELSE 'declaration_id = ANY ($1)' END,
       condition, towards)
     USING reach, query, gpu_types, last_key, after_id, most, campaigns;
   END $$`,
  `REVOKE ALL ON FUNCTION capacity_line_page(uuid, uuid, uuid, text[], text[], text, boolean, text, uuid, integer) FROM public`,
  `GRANT EXECUTE ON FUNCTION capacity_line_page(uuid, uuid, uuid, text[], text[], text, boolean, text, uuid, integer)
     TO socle_app`,
];

const FILLING = [
  `DELETE FROM capacity_words WHERE of = 'capacity_line'`,
  `INSERT INTO capacity_line_search ${SEARCHED} FROM capacity_line WHERE until_version IS NULL`,
  `INSERT INTO capacity_line_order (campaign_id, sort)
     SELECT DISTINCT campaign_id, sort FROM capacity_line_search, unnest(ARRAY['reference', 'site', 'gpu_count']) AS sort`,
  `INSERT INTO capacity_line_block (order_id, starts, starts_id, lines)
     SELECT o.id, ${FIRST}, 0 FROM capacity_line_order o`,
  `SELECT capacity_line_block_cut(o.campaign_id, o.sort, b)
     FROM capacity_line_block b JOIN capacity_line_order o ON o.id = b.order_id`,
  ...["capacity_line_campaign", "capacity_line_campaign_gpus", "capacity_line_campaign_site", "capacity_line_page"].map(
    (index) => `DROP INDEX ${index}`,
  ),
];

const DOWN = [
  `DROP FUNCTION capacity_line_page(uuid, uuid, uuid, text[], text[], text, boolean, text, uuid, integer)`,
  `DROP FUNCTION capacity_line_blocks(integer, text[], text[])`,
  `DROP TRIGGER capacity_line_close_words ON capacity_line`,
  `DROP FUNCTION capacity_line_drop_words()`,
  `CREATE OR REPLACE FUNCTION capacity_line_keep_words() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO capacity_words SELECT id, 'capacity_line', capacity_words_of(${TOLD}) FROM new_rows
     ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words;
     RETURN NULL;
   END $$`,
  `DROP FUNCTION capacity_line_block_cut(uuid, text, capacity_line_block)`,
  ...["block_word", "block", "order", "search"].map((table) => `DROP TABLE capacity_line_${table}`),
  `CREATE INDEX capacity_line_campaign ON capacity_line (campaign_id, reference, id) WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_campaign_gpus ON capacity_line (campaign_id, gpu_count, id) WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_campaign_site ON capacity_line (campaign_id, site, id) WHERE until_version IS NULL`,
  `CREATE INDEX capacity_line_page ON capacity_line (reference, id) WHERE until_version IS NULL`,
  `CREATE OR REPLACE FUNCTION use_case_words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT to_tsvector('french', socle_fold($1)) || to_tsvector('simple', socle_fold($1)) $$`,
  `CREATE OR REPLACE FUNCTION capacity_words_of(told text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT to_tsvector('pg_catalog.french', socle_fold($1)) || to_tsvector('pg_catalog.simple', socle_fold($1)) $$`,
  `SELECT set_config('socle.scope', '*', true)`,
  `INSERT INTO capacity_words SELECT id, 'capacity_line', capacity_words_of(${TOLD}) FROM capacity_line`,
];
