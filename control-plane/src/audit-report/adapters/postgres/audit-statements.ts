import { ACTS, LOG_ENTRIES } from "../../../audit/reads/logs.js";
import { DAILY_USE, REQUEST_RECORDS } from "../../../ledger/reads/use.js";
import { API_KEYS, APPLICATIONS, USE_CASES } from "../../../registry/reads/use-cases.js";
import { POOLS as SERVED } from "../../../serving/reads/pools.js";
import { EMERGENCIES } from "../../../tenancy/reads/emergencies.js";
import { ORGANISATIONS } from "../../../tenancy/reads/organisations.js";

/*
 * Statements of the report. $1 and $2 are the first and the last Paris day of the period; counts leave as JSON numbers,
 * which are exact up to 2^53: beyond what a State asks in centuries.
 */

const IN_PERIOD = `r.day BETWEEN $1::date AND $2::date`;
const ENTRY_ID = `r.replica || '/' || r.epoch || '/' || r.sequence`;
const count = (rest = ""): string => `(count(*)${rest})::float8`;

/** A request counts for each of its labels, and in the row without a label when it has none. */
const BY_LABEL = `FROM ${REQUEST_RECORDS} r
  LEFT JOIN LATERAL jsonb_array_elements_text(r.decision -> 'labels') AS carried (label) ON true
  WHERE ${IN_PERIOD}`;

export const LABELS = `SELECT carried.label, ${count()} AS requests,
    ${count(` FILTER (WHERE r.outcome = 'refused')`)} AS refused
  ${BY_LABEL} GROUP BY carried.label ORDER BY carried.label NULLS LAST`;

export const CELLS = `SELECT carried.label, r.pool_id AS "poolId", ${count()} AS requests,
    ${count(` FILTER (WHERE NOT r.decision -> 'pools' @>
      jsonb_build_array(jsonb_build_object('poolId', r.pool_id::text, 'eligible', true)))`)} AS ineligible
  ${BY_LABEL} AND r.pool_id IS NOT NULL
  GROUP BY carried.label, r.pool_id ORDER BY carried.label NULLS LAST, r.pool_id`;

export const POOLS = `SELECT id, name, accepted_labels AS accepts FROM ${SERVED} pool ORDER BY name, id`;

/** One row for each rule of each request, whatever the pools; then summed. */
export const DENIALS = `SELECT rule, version, code,
    ${count(` FILTER (WHERE decides)`)} AS constrained,
    ${count(` FILTER (WHERE decides AND refused)`)} AS refused,
    ${count(` FILTER (WHERE derogated)`)} AS derogated,
    ${count(` FILTER (WHERE shadowed)`)} AS shadowed
  FROM (
    SELECT reason ->> 'rule' AS rule, (reason ->> 'version')::integer AS version, reason ->> 'code' AS code,
      bool_or(NOT reason ? 'silenced') AS decides,
      bool_or(reason ->> 'silenced' = 'derogation') AS derogated,
      bool_or(reason ->> 'silenced' = 'shadow') AS shadowed,
      bool_or(r.outcome = 'refused' AND r.code = 'policy.denied') AS refused
    FROM ${REQUEST_RECORDS} r, jsonb_array_elements(r.decision -> 'pools') AS pool,
      jsonb_array_elements(pool -> 'reasons') AS reason
    WHERE ${IN_PERIOD} AND reason ->> 'effect' IN ('deny', 'require')
    GROUP BY r.day, r.replica, r.epoch, r.sequence, 1, 2, 3
  ) AS fired
  GROUP BY rule, version, code
  ORDER BY refused DESC, constrained DESC, rule, version, code`;

export const REFUSALS = `SELECT coalesce(r.code, '') AS code, ${count()} AS requests FROM ${REQUEST_RECORDS} r
  WHERE ${IN_PERIOD} AND r.outcome = 'refused' GROUP BY r.code ORDER BY requests DESC, code`;

export const BUNDLES = `SELECT r.decision ->> 'bundleDigest' AS digest, ${count()} AS requests,
    ${count(` FILTER (WHERE r.outcome = 'refused' AND r.code = 'policy.denied')`)} AS denied,
    min(r.at) AS first, max(r.at) AS last
  FROM ${REQUEST_RECORDS} r WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY min(r.at), 1`;

/** $3: now; $4, $5, $6: days of `EXPIRING_DAYS`, `OLD_DAYS`, `LONGEST_DAYS`. */
export const KEYS = `SELECT ${count(` FILTER (WHERE live)`)} AS live,
    ${count(` FILTER (WHERE revoked_at IS NOT NULL)`)} AS revoked,
    ${count(` FILTER (WHERE revoked_at IS NULL AND expires_at <= $3)`)} AS expired,
    ${count(` FILTER (WHERE live AND expires_at <= $3::timestamptz + make_interval(days => $4))`)} AS "expiringSoon",
    ${count(` FILTER (WHERE live AND created_at <= $3::timestamptz - make_interval(days => $5))`)} AS old,
    ${count(` FILTER (WHERE live AND idle)`)} AS idle,
    ${count(` FILTER (WHERE live AND NOT runs)`)} AS "ofStopped",
    ${count(` FILTER (WHERE live AND expires_at > created_at + make_interval(days => $6))`)} AS "tooLong"
  FROM (
    SELECT k.created_at, k.expires_at, k.revoked_at,
      k.revoked_at IS NULL AND k.expires_at > $3::timestamptz AS live,
      u.state IN ('experiment', 'evaluated', 'deployed', 'generalised') AS runs,
      NOT EXISTS (SELECT FROM ${REQUEST_RECORDS} r WHERE ${IN_PERIOD} AND r.application_id = a.id) AS idle
    FROM ${API_KEYS} k JOIN ${APPLICATIONS} a ON a.id = k.application_id JOIN ${USE_CASES} u ON u.id = a.use_case_id
  ) AS key`;

/** $1 and $2: the instants of the period. */
export const GOVERNANCE = `SELECT use_case AS act, ${count()} AS count FROM ${ACTS} act
  WHERE at >= $1 AND at < $2 GROUP BY use_case ORDER BY count DESC, act`;

/** $1 and $2: the instants of the period; $3: now, since one that lasts is not to be reviewed yet but shown. */
export const EMERGENCIES_OF_PERIOD = `SELECT e.id, e.holder, e.role, o.name AS organisation, e.reason, e.decided_by AS "lentBy",
    e.decided_at AS "from", e.ends_at AS "to", e.finding, acts.done AS acts
  FROM ${EMERGENCIES} e
  JOIN ${ORGANISATIONS} o ON o.id = e.organisation_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('act', use_case, 'count', count) ORDER BY first), '[]') AS done
    FROM (
      SELECT use_case, ${count()} AS count, min(at) AS first FROM ${ACTS} act
      WHERE act.actor = e.proposed_by AND act.emergency = e.id::text GROUP BY use_case
    ) AS counted
  ) AS acts
  WHERE (e.decided_at < $2 AND e.ends_at >= $1) OR (e.finding IS NULL AND e.ends_at <= $3)
  ORDER BY e.decided_at, e.id`;

/** $3: the lot. Its digest with a record's own name is what the draw goes by. */
export const SAMPLES = `SELECT r.decision_id AS "decisionId", r.at, r.organisation_id AS "organisationId", o.name AS organisation, u.name AS "useCase",
    r.outcome, r.code, ${ENTRY_ID} AS "entryId", e.index::float8 AS index
  FROM (
    SELECT * FROM ${REQUEST_RECORDS} r WHERE ${IN_PERIOD}
    ORDER BY sha256(convert_to($3 || ${ENTRY_ID}, 'UTF8')) LIMIT $4
  ) AS r
  JOIN ${ORGANISATIONS} o ON o.id = r.organisation_id
  LEFT JOIN ${USE_CASES} u ON u.id = r.use_case_id
  LEFT JOIN ${LOG_ENTRIES} e ON e.log = 'inference' AND e.entry_id = ${ENTRY_ID}
  ORDER BY r.at, r.decision_id`;

const summed = (rows: string): string => `SELECT coalesce(jsonb_object_agg(quantity, amount), '{}') AS amounts
  FROM (SELECT quantity, sum(amount) AS amount FROM ${rows} GROUP BY quantity) AS sums`;

export const RECORD_SUMS = summed(`${REQUEST_RECORDS} r, record_amounts(r.outcome, r.usage) WHERE ${IN_PERIOD}`);

export const DAILY_SUMS = summed(
  `${DAILY_USE} used WHERE day BETWEEN greatest($1::date, ledger_kept_from()) AND $2::date`,
);

export const LOGGED = `SELECT ${count(` FILTER (WHERE e.index IS NOT NULL)`)} AS logged,
    ${count(` FILTER (WHERE e.seq IS NOT NULL AND e.index IS NULL)`)} AS waiting,
    ${count(` FILTER (WHERE e.seq IS NULL)`)} AS lost
  FROM ${REQUEST_RECORDS} r LEFT JOIN ${LOG_ENTRIES} e ON e.log = 'inference' AND e.entry_id = ${ENTRY_ID}
  WHERE ${IN_PERIOD}`;

const RANGE = `SELECT min(e.index)::float8 AS first, max(e.index)::float8 AS last`;

export const INFERENCE_RANGE = `${RANGE} FROM ${REQUEST_RECORDS} r
  JOIN ${LOG_ENTRIES} e ON e.log = 'inference' AND e.entry_id = ${ENTRY_ID} WHERE ${IN_PERIOD}`;

export const GOVERNANCE_RANGE = `${RANGE} FROM ${ACTS} g
  JOIN ${LOG_ENTRIES} e ON e.log = 'governance' AND e.entry_id = g.id::text WHERE g.at >= $1 AND g.at < $2`;
