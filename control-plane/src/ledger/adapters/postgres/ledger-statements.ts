export const BEGIN_EPOCH = `INSERT INTO replica_high_water (replica, epoch, sequence, updated_at)
  VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING`;
export const LOCK_HIGH_WATER = `SELECT sequence, set_aside AS "setAside"
  FROM replica_high_water WHERE replica = $1 AND epoch = $2 FOR UPDATE`;
export const SET_HIGH_WATER = `UPDATE replica_high_water SET sequence = $3, set_aside = $4::bigint[], updated_at = $5
  WHERE replica = $1 AND epoch = $2`;

export const BEGIN_DAY = `SELECT ledger_begin_day($1)`;
export const APPEND_RECORDS = `INSERT INTO request_record (day, replica, epoch, sequence, decision_id, at,
    organisation_id, use_case_id, application_id, model_id, pool_id, outcome, code, decision, usage)
  SELECT day, replica, epoch, sequence, "decisionId", at, "organisationId", "useCaseId", "applicationId", "modelId",
    "poolId", outcome, code, decision, nullif(usage, 'null'::jsonb)
  FROM jsonb_to_recordset($1::jsonb) AS it(day date, replica text, epoch bigint, sequence bigint, "decisionId" text,
    at timestamptz, "organisationId" uuid, "useCaseId" uuid, "applicationId" uuid, "modelId" uuid, "poolId" uuid,
    outcome text, code text, decision jsonb, usage jsonb)`;

export const ADD_DAILY = `INSERT INTO usage_daily AS kept (day, organisation_id, use_case_id, application_id, model_id,
    pool_id, quantity, amount, newest)
  SELECT day, "organisationId", "useCaseId", "applicationId", "modelId", "poolId", each.key, each.value::bigint, newest
  FROM jsonb_to_recordset($1::jsonb) AS it(day date, "organisationId" uuid, "useCaseId" uuid, "applicationId" uuid,
    "modelId" uuid, "poolId" uuid, newest timestamptz, amounts jsonb), jsonb_each_text(amounts) AS each
  ON CONFLICT (day, quantity, organisation_id, use_case_id, application_id, model_id, pool_id) DO UPDATE SET
    newest = greatest(kept.newest, excluded.newest), amount = kept.amount + excluded.amount`;

export const dailyBy = (column: string): string => `SELECT day::text AS day, key,
    jsonb_object_agg(quantity, amount) AS amounts
  FROM (SELECT day, ${column} AS key, quantity, sum(amount) AS amount FROM usage_daily
    WHERE day BETWEEN $1 AND $2 GROUP BY 1, 2, 3) AS sums
  GROUP BY day, key ORDER BY day, key`;
export const OF_USE_CASES = `SELECT id, jsonb_object_agg(quantity, amount) AS amounts
  FROM (SELECT use_case_id AS id, quantity, sum(amount) AS amount FROM usage_daily
    WHERE day BETWEEN $1 AND $2 AND use_case_id = ANY ($3::uuid[]) GROUP BY 1, 2) AS sums
  GROUP BY id`;
/** The newest day alone is read, by the index. */
export const NEWEST = `SELECT max(newest) AS newest FROM usage_daily WHERE day = (SELECT max(day) FROM usage_daily)`;

const totals = (sums: string): string => `SELECT max(newest) AS newest,
    coalesce(jsonb_object_agg(quantity, amount), '{}') AS amounts FROM (${sums}) AS sums`;
/** Of the days whose records are kept, as the recount is. */
export const TOTALS = totals(`SELECT quantity, sum(amount) AS amount, max(newest) AS newest
  FROM usage_daily WHERE day >= ledger_kept_from() GROUP BY quantity`);
/** The records recounted one by one, for reconciliation with the roll-ups. */
export const TOTALS_OF_RECORDS = totals(`SELECT quantity, sum(amount) AS amount, max(at) AS newest
  FROM request_record, record_amounts(outcome, usage) WHERE day >= ledger_kept_from() GROUP BY quantity`);
