-- Recomputes every other figure of a consolidation, after `recompute-consolidation.sql` and in its session: its temporary
-- tables are read here. Taken over, beside how many GPUs a need takes alone: how many a pool of one model takes together.
-- Each figure is one query, named on the line before it.

-- setup
CREATE TEMP TABLE supply AS
  SELECT q.quarter, l.*, line.content, pg_temp.texts(line.content -> 'labels') AS labels,
    greatest(0, least(l.offered, l.free)) AS idle
  FROM lines l JOIN capacity_line line ON line.id = l.id
  JOIN quarters q ON l.there_from <= pg_temp.first_day(q.quarter) AND pg_temp.first_day(q.quarter) < l.there_to;
CREATE FUNCTION pg_temp.days(quarter text) RETURNS integer LANGUAGE sql AS $$
  SELECT (pg_temp.first_day(quarter) + interval '3 months')::date - pg_temp.first_day(quarter) $$;
-- Watts of a GPU as its maker tells them; a line without a factor of its own takes the French mix, 1.3 without a PUE.
CREATE TEMP TABLE watts AS SELECT * FROM (VALUES ('A100-80GB', 400), ('H100-80GB', 700), ('H200-141GB', 700),
  ('L40S-48GB', 350), ('B200-180GB', 1000)) AS told (gpu_type, watts);
CREATE TEMP TABLE unit_costs AS
  WITH told AS (
    SELECT l.gpu_type, l.gpu_count::float8 AS gpus, (c.content ->> 'annualCostEuros')::float8 AS euros,
      coalesce((c.content ->> 'powerKw')::float8, l.gpu_count * w.watts / 1000.0) AS kilowatts,
      coalesce((c.content ->> 'pue')::float8, 1.3) AS pue,
      coalesce((c.content ->> 'kgCo2ePerKwh')::float8, 0.04418) AS factor
    FROM lines l JOIN capacity_line c ON c.id = l.id LEFT JOIN watts w ON w.gpu_type = l.gpu_type
  )
  SELECT gpu_type, sum(euros) / sum(gpus) FILTER (WHERE euros IS NOT NULL) / 8760 AS euros,
    min(euros / gpus / 8760) AS cheapest, max(euros / gpus / 8760) AS dearest,
    sum(kilowatts * pue * factor) / sum(gpus) AS kilograms
  FROM told GROUP BY gpu_type;
CREATE TEMP TABLE pooled AS
  SELECT pool ->> 'quarter' AS quarter, pool ->> 'model' AS model, pool ->> 'gpuType' AS gpu_type, pool ->> 'zone' AS zone,
    (pool ->> 'pooled')::integer AS pooled
  FROM consolidation_report, jsonb_array_elements(report -> 'poolings') AS pool WHERE consolidation_id = :consolidation;
CREATE TEMP TABLE alone AS
  SELECT d.quarter, coalesce(known.name, need.content ->> 'model') AS model, d.gpu_type, d.zone, sum(d.likely) AS gpus,
    count(*) FILTER (WHERE d.likely > 0) AS needs, array_agg(DISTINCT d.ministry::text ORDER BY d.ministry::text) AS ministries
  FROM demand d JOIN capacity_need need ON need.id = d.need_id
    LEFT JOIN model_alias alias ON alias.name = need.content ->> 'model' LEFT JOIN model known ON known.id = alias.model_id
  WHERE need.content ->> 'profile' <> 'training' GROUP BY 1, 2, 3, 4;
-- Whoever lacks takes from the line with most idle GPUs, one after the other: as people would on the telephone.
CREATE TEMP TABLE idle AS SELECT id, quarter, gpu_type, ministry, labels, reference, idle AS left_over FROM supply WHERE idle > 0;
CREATE TEMP TABLE lent (quarter text, gpu_type text, zone text, lender uuid, borrower uuid, need_id uuid, line text, gpus integer);
DO $$
DECLARE wanting record; line record; missing integer; given integer;
BEGIN
  FOR wanting IN SELECT * FROM demand WHERE granted < likely ORDER BY quarter, criticality, need_id LOOP
    missing := ceil(wanting.likely - wanting.granted);
    WHILE missing > 0 LOOP
      SELECT * INTO line FROM idle i WHERE i.quarter = wanting.quarter AND i.gpu_type = wanting.gpu_type
        AND i.ministry <> wanting.ministry AND i.labels @> wanting.labels AND i.left_over > 0
      ORDER BY i.left_over DESC, i.id LIMIT 1;
      EXIT WHEN NOT FOUND;
      given := least(missing, line.left_over);
      INSERT INTO lent VALUES (wanting.quarter, wanting.gpu_type, wanting.zone, line.ministry, wanting.ministry,
        wanting.need_id, line.reference, given);
      UPDATE idle SET left_over = left_over - given WHERE id = line.id AND quarter = line.quarter;
      missing := missing - given;
    END LOOP;
  END LOOP;
END $$;

-- figure: hostings
SELECT quarter, content ->> 'hosting' AS hosting, gpu_type AS "gpuType", sum(gpu_count)::float8 AS declared,
  sum(verified)::float8 AS verified, sum(offered)::float8 AS offered
FROM supply GROUP BY 1, 2, 3;

-- figure: labels
SELECT quarter, label, count(*)::integer AS needs, sum(likely)::float8 AS likely
FROM demand, unnest(labels) AS label GROUP BY 1, 2;

-- figure: confidence
SELECT ministry::text AS "ministryId", need.content ->> 'figures' AS figures, count(DISTINCT need_id)::integer AS needs,
  sum(likely)::float8 AS likely
FROM demand JOIN capacity_need need ON need.id = need_id GROUP BY 1, 2;

-- figure: unsized
SELECT need.id::text AS "needId", body.ministry::text AS "ministryId", need.reference
FROM capacity_need need JOIN body ON body.organisation = need.organisation_id
WHERE need.campaign_id = :campaign AND need.state IN ('accepted', 'matched', 'partially_matched', 'unmet')
  AND NOT EXISTS (SELECT FROM demand WHERE need_id = need.id);

-- figure: poolings
SELECT quarter, model, gpu_type AS "gpuType", zone, needs::integer, ministries AS "ministryIds", gpus::float8 AS alone,
  pooled, (gpus - pooled)::float8 AS saved
FROM pooled JOIN alone USING (quarter, model, gpu_type, zone);

-- figure: savings
WITH parts AS (
  SELECT quarter, gpu_type, likely::float8 AS gpus, 0::float8 AS saved FROM demand
  UNION ALL SELECT quarter, gpu_type, 0, gpus - pooled FROM pooled JOIN alone USING (quarter, model, gpu_type, zone)
), hours AS (
  SELECT quarter, gpus, saved, gpus * 24 * pg_temp.days(quarter) AS long, saved * 24 * pg_temp.days(quarter) AS saved_long,
    coalesce(euros, 0) AS euros, coalesce(kilograms, 0) AS kilograms
  FROM parts LEFT JOIN unit_costs USING (gpu_type)
), busiest AS (
  SELECT sum(gpus) AS gpus, sum(gpus) - sum(saved) AS pooled FROM hours GROUP BY quarter ORDER BY 1 DESC, quarter LIMIT 1
)
SELECT max(busiest.gpus) AS "aloneGpus", max(busiest.pooled) AS "pooledGpus", sum(long) AS "aloneGpuHours",
  sum(long) - sum(saved_long) AS "pooledGpuHours", sum(long * euros) AS "aloneEuros",
  sum(long * euros) - sum(saved_long * euros) AS "pooledEuros", sum(long * kilograms) AS "aloneKgCo2e",
  sum(long * kilograms) - sum(saved_long * kilograms) AS "pooledKgCo2e"
FROM hours, busiest;

-- figure: lending
SELECT quarter, gpu_type AS "gpuType", zone, lender::text AS "fromMinistryId", borrower::text AS "toMinistryId",
  need_id::text AS "needId", line, gpus FROM lent;

-- figure: purchases
WITH classes AS (SELECT DISTINCT gpu_type, zone FROM demand),
missing AS (
  SELECT c.gpu_type, c.zone, q.quarter, row_number() OVER (PARTITION BY c.gpu_type, c.zone ORDER BY q.quarter) AS place,
    greatest(0, ceil(coalesce((SELECT sum(likely - granted) FROM demand d
      WHERE d.quarter = q.quarter AND d.gpu_type = c.gpu_type AND d.zone = c.zone), 0))
      - coalesce((SELECT sum(gpus) FROM lent l
      WHERE l.quarter = q.quarter AND l.gpu_type = c.gpu_type AND l.zone = c.zone), 0)) AS gpus
  FROM classes c CROSS JOIN quarters q
), islands AS (
  SELECT *, place - row_number() OVER (PARTITION BY gpu_type, zone ORDER BY quarter) AS island FROM missing WHERE gpus > 0
)
SELECT gpu_type AS "gpuType", zone, min(quarter) AS from, count(*)::integer AS quarters, min(gpus)::float8 AS gpus,
  pg_temp.first_day(min(quarter))::text AS "neededBy"
FROM islands GROUP BY gpu_type, zone, island HAVING count(*) >= 2;

-- figure: redundancies
SELECT l.gpu_type AS "gpuType", c.content ->> 'region' AS region, (c.content ->> 'acquisitionYear')::integer AS year,
  array_agg(DISTINCT l.ministry::text ORDER BY l.ministry::text) AS "ministryIds", sum(l.gpu_count)::float8 AS gpus,
  count(*)::integer AS lines
FROM lines l JOIN capacity_line c ON c.id = l.id
WHERE c.content ->> 'region' IS NOT NULL AND c.content ->> 'acquisitionYear' IS NOT NULL
GROUP BY 1, 2, 3 HAVING count(DISTINCT l.ministry) >= 2;

-- figure: expiries
SELECT kind, date, l.ministry::text AS "ministryId", l.reference AS line,
  CASE kind WHEN 'qualification' THEN c.content ->> 'qualification' END AS subject, l.gpu_type AS "gpuType", l.gpu_count AS gpus
FROM lines l JOIN capacity_line c ON c.id = l.id CROSS JOIN LATERAL (VALUES
  ('qualification', c.content ->> 'qualificationEnd'), ('support', c.content ->> 'supportEnd'),
  ('availability', c.content ->> 'availableTo'), ('amortisation', c.content ->> 'amortisationEnd')) AS ends (kind, date)
WHERE date::date < (SELECT (pg_temp.first_day(max(quarter)) + interval '3 months')::date FROM quarters);

-- figure: underUsed
SELECT r.id::text AS "allocationId", r.ministry::text AS "ministryId", r.slug AS pool, r.nominal::float8 AS nominal,
  used.p95::float8 AS "usedP95",
  floor((0.5 - used.p95::float8 / r.nominal::float8) * r.nominal::float8)::integer AS "takenBack"
FROM rights r JOIN used ON used.id = r.id
WHERE r.nominal > 0 AND used.p95 / r.nominal < 0.3
  AND floor((0.5 - used.p95::float8 / r.nominal::float8) * r.nominal::float8) > 0;

-- figure: unitCosts
SELECT gpu_type AS "gpuType", euros AS "eurosPerGpuHour", cheapest, dearest, kilograms AS "kgCo2ePerGpuHour" FROM unit_costs;

-- figure: reconciliation
SELECT 'granted_and_unmet_are_need' AS code, sum(granted + (likely - granted))::float8 AS left, sum(likely)::float8 AS right
  FROM demand
UNION ALL SELECT 'cells_are_needs', sum(likely)::float8, sum(likely)::float8 FROM demand
UNION ALL SELECT 'cells_are_declared_lines', sum(gpu_count)::float8, sum(gpu_count)::float8 FROM supply
UNION ALL SELECT 'cells_are_rights', total, total FROM
  (SELECT (sum(nominal) * (SELECT count(*) FROM quarters))::float8 AS total FROM rights) AS rights
UNION ALL SELECT 'pools_are_verified', (SELECT sum(gpu_count) FROM pool WHERE active)::float8,
  (SELECT sum(verified) FROM supply WHERE quarter = (SELECT min(quarter) FROM quarters))::float8
UNION ALL SELECT 'granted_within_rights', (SELECT sum(granted) FROM demand)::float8,
  (SELECT sum(nominal) * (SELECT count(*) FROM quarters) FROM rights)::float8;

-- figure: supplier
-- Of each row that suppliers read: who makes it up, how much, and the greatest share of one ministry in each reading.
WITH told AS (
  SELECT row ->> 'quarter' AS quarter, row -> 'classes' AS classes FROM consolidation,
    jsonb_array_elements(supplier -> 'rows') AS row WHERE id = :consolidation
), parts AS (
  SELECT told.quarter, told.classes, d.ministry, sum(d.low) AS low, sum(d.likely) AS likely, sum(d.high) AS high,
    sum(d.likely - d.granted) AS unmet
  FROM told JOIN demand d ON d.quarter = told.quarter AND EXISTS (
    SELECT FROM jsonb_array_elements(told.classes) AS class
    WHERE class ->> 'gpuType' = d.gpu_type AND class ->> 'zone' = d.zone)
  GROUP BY 1, 2, 3 HAVING sum(d.high) > 0
)
SELECT quarter, classes, count(*)::integer AS ministries, sum(low)::float8 AS low, sum(likely)::float8 AS likely,
  sum(high)::float8 AS high, sum(unmet)::float8 AS unmet,
  greatest(max(low) / nullif(sum(low), 0), max(likely) / nullif(sum(likely), 0), max(high) / sum(high))::float8 AS greatest
FROM parts GROUP BY quarter, classes;
