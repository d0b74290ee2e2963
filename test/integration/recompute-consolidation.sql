-- Recomputes the cells of a consolidation from the tables it was computed from, in another language and on another way.
-- Only how many GPUs a quarter of a need takes (consolidation_need.low, likely, high, gpu_type) is taken over: sizing is
-- proved elsewhere. Run by the tests as the owner; :campaign and :consolidation are replaced before.

CREATE FUNCTION pg_temp.zone(labels text[]) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN 'dr' = ANY (labels) THEN 'dr'
    WHEN labels && ARRAY['sren31', 'secret_pro', 'health', 'special_category'] THEN 'sensitive' ELSE 'open' END $$;
CREATE FUNCTION pg_temp.texts(list jsonb) RETURNS text[] LANGUAGE sql AS $$
  SELECT coalesce(array_agg(value), '{}') FROM jsonb_array_elements_text(list) $$;
CREATE FUNCTION pg_temp.first_day(quarter text) RETURNS date LANGUAGE sql AS $$
  SELECT make_date(left(quarter, 4)::integer, 3 * right(quarter, 1)::integer - 2, 1) $$;

-- The body directly below the State: the ancestor whose parent has none.
CREATE TEMP TABLE body AS
  WITH RECURSIVE up AS (
    SELECT id AS organisation, id AS at, parent_id FROM organisation
    UNION ALL
    SELECT up.organisation, parent.id, parent.parent_id FROM up JOIN organisation parent ON parent.id = up.parent_id
  )
  SELECT up.organisation, up.at AS ministry FROM up JOIN organisation above ON above.id = up.parent_id
  WHERE above.parent_id IS NULL;

CREATE TEMP TABLE quarters AS SELECT unnest(quarters) AS quarter FROM campaign WHERE id = :campaign;

CREATE TEMP TABLE rights AS
  SELECT a.id, body.ministry, pool.gpu_class AS gpu_type, pool.slug, pool.accepted_labels AS labels,
    pg_temp.zone(pool.accepted_labels) AS zone, a.nominal, a.pool_id, a.node_id
  FROM allocation a JOIN pool ON pool.id = a.pool_id JOIN body ON body.organisation = a.organisation_id
  WHERE a.valid_from <= now() AND (a.valid_to IS NULL OR now() < a.valid_to) AND NOT EXISTS (
    SELECT FROM allocation above JOIN organisation_closure c
      ON c.ancestor_id = above.node_id AND c.descendant_id = a.organisation_id AND c.depth > 0
    WHERE above.pool_id = a.pool_id);

-- p95 by nearest rank: the ⌈0.95·n⌉-th smallest daily mean.
CREATE TEMP TABLE used AS
  WITH days AS (SELECT DISTINCT day FROM usage_daily WHERE day > current_date - 90),
  daily AS (
    SELECT r.id, d.day, coalesce(sum(u.amount), 0) / 86400e6 AS gpus
    FROM rights r CROSS JOIN days d
    LEFT JOIN (usage_daily u JOIN organisation_closure c ON c.descendant_id = u.organisation_id)
      ON u.day = d.day AND u.quantity = 'gpuMicroSeconds' AND u.pool_id = r.pool_id AND c.ancestor_id = r.node_id
    GROUP BY r.id, d.day
  ), ranked AS (
    SELECT id, gpus, row_number() OVER (PARTITION BY id ORDER BY gpus) AS place, count(*) OVER (PARTITION BY id) AS days
    FROM daily
  )
  SELECT id, round(gpus, 2) AS p95 FROM ranked WHERE place = ceil(0.95 * days);

-- Needs take from rights one after the other, as people at a counter.
CREATE TEMP TABLE demand AS
  SELECT q.quarter, body.ministry, n.need_id, n.gpu_type, n.low, n.likely, n.high, need.criticality, need.reference,
    pg_temp.texts(need.content -> 'labels') AS labels, pg_temp.zone(pg_temp.texts(need.content -> 'labels')) AS zone,
    0::numeric AS granted
  FROM consolidation_need n JOIN capacity_need need ON need.id = n.need_id JOIN quarters q ON q.quarter = n.quarter
  JOIN body ON body.organisation = need.organisation_id
  WHERE n.consolidation_id = :consolidation;
DO $$
DECLARE wanting record; pot record; taken numeric;
BEGIN
  CREATE TEMP TABLE pots AS
    SELECT q.quarter, r.ministry, r.id, r.gpu_type, r.labels, r.nominal AS rest,
      array_position(ARRAY['open', 'sensitive', 'dr'], r.zone) AS rank
    FROM rights r CROSS JOIN quarters q;
  FOR wanting IN SELECT * FROM demand ORDER BY criticality, reference COLLATE "C", need_id LOOP
    FOR pot IN SELECT * FROM pots p WHERE p.quarter = wanting.quarter AND p.ministry = wanting.ministry
        AND p.gpu_type = wanting.gpu_type AND p.labels @> wanting.labels ORDER BY p.rank, p.id LOOP
      SELECT least(p.rest, wanting.likely - d.granted) INTO taken
        FROM pots p, demand d
        WHERE p.id = pot.id AND p.quarter = wanting.quarter AND d.need_id = wanting.need_id AND d.quarter = wanting.quarter;
      UPDATE pots SET rest = rest - taken WHERE id = pot.id AND quarter = wanting.quarter;
      UPDATE demand SET granted = granted + taken WHERE need_id = wanting.need_id AND quarter = wanting.quarter;
    END LOOP;
  END LOOP;
END $$;

-- What agents saw in a pool, shared among its lines in proportion, the rest by the largest part that is left.
CREATE TEMP TABLE lines AS
  SELECT line.id, body.ministry, line.gpu_type, line.gpu_count, line.reference,
    pg_temp.zone(pg_temp.texts(line.content -> 'labels')) AS zone, line.content ->> 'pool' AS pool,
    floor(line.gpu_count * (line.content ->> 'shareablePercent')::numeric / 100) AS offered,
    line.gpu_count - greatest((line.content ->> 'keptGpus')::numeric,
      ceil(line.gpu_count * coalesce((line.content ->> 'utilisationPercent')::numeric, 0) / 100)) AS free,
    coalesce((line.content ->> 'availableFrom')::date, '-infinity') AS there_from,
    coalesce((line.content ->> 'availableTo')::date, 'infinity') AS there_to, 0 AS verified
  FROM capacity_line line JOIN capacity_declaration d ON d.id = line.declaration_id AND d.state = 'accepted'
  JOIN body ON body.organisation = line.organisation_id
  WHERE line.campaign_id = :campaign AND line.until_version IS NULL;
UPDATE lines SET verified = part.gpus FROM (
  SELECT id, whole + CASE WHEN place <= seen - sum(whole) OVER (PARTITION BY pool, gpu_type) THEN 1 ELSE 0 END AS gpus FROM (
    SELECT id, pool, gpu_type, seen, floor(exact) AS whole,
      row_number() OVER (PARTITION BY pool, gpu_type ORDER BY exact - floor(exact) DESC, reference COLLATE "C", id) AS place
    FROM (
      SELECT l.id, l.pool, l.gpu_type, l.reference, l.gpu_count::numeric * least(o.gpus, t.declared) / t.declared AS exact,
        least(o.gpus, t.declared) AS seen
      FROM lines l JOIN observed_capacity o ON o.pool = l.pool AND o.gpu_type = l.gpu_type
      JOIN (SELECT pool, gpu_type, sum(gpu_count) AS declared FROM lines GROUP BY pool, gpu_type) t
        ON t.pool = l.pool AND t.gpu_type = l.gpu_type
    ) exact
  ) placed
) part WHERE part.id = lines.id;

SELECT quarter, ministry::text AS "ministryId", gpu_type AS "gpuType", zone,
  sum(low)::float8 AS low, sum(likely)::float8 AS likely, sum(high)::float8 AS high,
  sum(declared)::float8 AS declared, sum(verified)::float8 AS verified, sum(offered)::float8 AS offered,
  sum(allocated)::float8 AS allocated, sum(used)::float8 AS "usedP95", sum(idle)::float8 AS "idleLendable",
  sum(granted)::float8 AS granted, sum(unmet)::float8 AS unmet
FROM (
  SELECT quarter, ministry, gpu_type, zone, low, likely, high, 0 AS declared, 0 AS verified, 0 AS offered, 0 AS allocated,
    NULL::numeric AS used, 0 AS idle, granted, likely - granted AS unmet
  FROM demand
  UNION ALL
  SELECT q.quarter, ministry, gpu_type, zone, 0, 0, 0, gpu_count, verified, offered, 0, NULL,
    greatest(0, least(offered, free)), 0, 0
  FROM lines JOIN quarters q ON there_from <= pg_temp.first_day(q.quarter) AND pg_temp.first_day(q.quarter) < there_to
  UNION ALL
  SELECT q.quarter, ministry, gpu_type, zone, 0, 0, 0, 0, 0, 0, nominal, used.p95, 0, 0, 0
  FROM rights CROSS JOIN quarters q LEFT JOIN used ON used.id = rights.id
) parts
GROUP BY quarter, ministry, gpu_type, zone
ORDER BY quarter, ministry, gpu_type, zone
