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

/** Column of `usage_daily` and name of the figure it holds. */
const FIGURES = [
  ["requests", "requests"],
  ["refused", "refused"],
  ["estimated", "estimated"],
  ["input_tokens", "inputTokens"],
  ["cached_input_tokens", "cachedInputTokens"],
  ["output_tokens", "outputTokens"],
  ["cost_micro_euro", "costMicroEuro"],
  ["gpu_micro_seconds", "gpuMicroSeconds"],
  ["nano_kwh", "nanoKWh"],
  ["nano_kg_co2eq", "nanoKgCO2eq"],
] as const;
const list = (each: (column: string, figure: string) => string): string =>
  FIGURES.map(([column, figure]) => each(column, figure)).join(", ");
const SUMS = list((column, figure) => `coalesce(sum(${column}), 0) AS "${figure}"`);

export const ADD_DAILY = `INSERT INTO usage_daily (day, organisation_id, use_case_id, application_id, model_id, pool_id,
    newest, ${list((column) => column)})
  SELECT day, "organisationId", "useCaseId", "applicationId", "modelId", "poolId", newest,
    ${list((_, figure) => `"${figure}"`)}
  FROM jsonb_to_recordset($1::jsonb) AS it(day date, "organisationId" uuid, "useCaseId" uuid, "applicationId" uuid,
    "modelId" uuid, "poolId" uuid, newest timestamptz, ${list((_, figure) => `"${figure}" bigint`)})
  ON CONFLICT (day, organisation_id, use_case_id, application_id, model_id, pool_id) DO UPDATE SET
    newest = greatest(usage_daily.newest, excluded.newest),
    ${list((column) => `${column} = usage_daily.${column} + excluded.${column}`)}`;

export const dailyBy = (column: string): string => `SELECT day::text AS day, ${column} AS key, ${SUMS}
  FROM usage_daily WHERE day BETWEEN $1 AND $2 GROUP BY day, ${column} ORDER BY day, ${column}`;
export const OF_USE_CASES = `SELECT use_case_id AS id, ${SUMS}
  FROM usage_daily WHERE day BETWEEN $1 AND $2 AND use_case_id = ANY ($3::uuid[]) GROUP BY use_case_id`;
/** The newest day alone is read, by the index. */
export const NEWEST = `SELECT max(newest) AS newest FROM usage_daily WHERE day = (SELECT max(day) FROM usage_daily)`;
export const TOTALS = `SELECT max(newest) AS newest, ${SUMS} FROM usage_daily`;

/** The records recounted one by one, for reconciliation with the roll-ups. */
export const TOTALS_OF_RECORDS = `SELECT max(at) AS newest, count(*) AS requests,
    count(*) FILTER (WHERE outcome = 'refused') AS refused,
    count(*) FILTER (WHERE (usage ->> 'estimated')::boolean) AS estimated,
    coalesce(sum((usage ->> 'inputTokens')::bigint), 0) AS "inputTokens",
    coalesce(sum((usage ->> 'cachedInputTokens')::bigint), 0) AS "cachedInputTokens",
    coalesce(sum((usage ->> 'outputTokens')::bigint), 0) AS "outputTokens",
    coalesce(sum((usage ->> 'costMicroEuro')::bigint), 0) AS "costMicroEuro",
    coalesce(sum(round((usage ->> 'gpuSeconds')::numeric * 1000000)), 0) AS "gpuMicroSeconds",
    coalesce(sum(round((usage ->> 'kWh')::numeric * 1000000000)), 0) AS "nanoKWh",
    coalesce(sum(round((usage ->> 'kgCO2eq')::numeric * 1000000000)), 0) AS "nanoKgCO2eq"
  FROM request_record`;
