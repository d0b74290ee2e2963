import { USE_CASES } from "../../registry/reads/use-cases.js";
import { POOLS } from "../../serving/reads/pools.js";
import { ORGANISATIONS } from "../../tenancy/reads/organisations.js";

/** Derogations that held in a period. $1, $2: its first and last day; $3: today. */
export const DEROGATIONS_OF_PERIOD = `SELECT d.id, d.rule, u.name AS "useCase", o.name AS organisation, p.name AS pool,
    d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn",
    CASE WHEN d.state = 'revoked' THEN 'revoked' WHEN d.ends_on < $3::date THEN 'expired' ELSE 'active' END AS standing
  FROM derogation d
  JOIN ${USE_CASES} u ON u.id = d.use_case_id
  JOIN ${ORGANISATIONS} o ON o.id = d.organisation_id
  LEFT JOIN ${POOLS} p ON p.id = d.pool_id
  WHERE d.state IN ('granted', 'revoked') AND d.starts_on <= $2::date AND d.ends_on >= $1::date
    AND (d.state = 'granted' OR (d.closed_at AT TIME ZONE 'Europe/Paris')::date >= $1::date)
  ORDER BY d.ends_on, d.id`;

/** What is past its day at the desk. $1: today. A draft assessment is a piece that is missing, which the life cycle tells. */
export const OVERDUE_AT_DESK = `SELECT late.kind, o.name AS organisation, u.name AS "useCase", late.what, late.due::text AS "dueOn"
  FROM (
    SELECT 'review_condition' AS kind, r.organisation_id, r.use_case_id, condition ->> 'text' AS what,
        (condition ->> 'dueOn')::date AS due
      FROM use_case_review r, jsonb_array_elements(r.conditions) AS condition
      WHERE r.state = 'open' AND jsonb_typeof(condition -> 'met') = 'null'
    UNION ALL
    SELECT 'assessment', organisation_id, use_case_id, kind, review_on
      FROM assessment WHERE state IN ('done', 'to_review') AND review_on IS NOT NULL
    UNION ALL
    SELECT 'incident_notification', organisation_id, use_case_id, title,
        ((due_at - interval '1 second') AT TIME ZONE 'Europe/Paris')::date
      FROM incident WHERE due_at IS NOT NULL AND notification IS NULL
    UNION ALL
    SELECT 'provider_notice', organisation_id, use_case_id, title, (aware_at AT TIME ZONE 'Europe/Paris')::date
      FROM incident WHERE due_at IS NOT NULL AND deployer AND NOT notices @> '[{"to": "provider"}]'
    UNION ALL
    SELECT 'question', organisation_id, use_case_id, title, due_on FROM compliance_question WHERE state = 'open'
  ) AS late
  JOIN ${ORGANISATIONS} o ON o.id = late.organisation_id
  LEFT JOIN ${USE_CASES} u ON u.id = late.use_case_id
  WHERE late.due < $1::date
  ORDER BY late.due, late.kind, o.name, late.what`;

/**
 * Rules that came into force in a period. $1, $2: its instants. The simulation is the one that whoever approved had opened, or
 * the last one before, for those from before it was kept.
 */
export const ACTIVATIONS_OF_PERIOD = `SELECT a.at, a.digest, a.previous_digest AS "previousDigest", a.proposed_by AS "proposedBy",
    a.approved_by AS "approvedBy", simulated.refused::float8 AS "simulatedRefusals", simulated.id AS "simulationId",
    a.waiver
  FROM policy_activation a
  LEFT JOIN LATERAL (
    SELECT s.id, (SELECT coalesce(sum(c.records), 0) FROM simulation_change c
        WHERE c.simulation_id = s.id AND c.kind = 'refused') AS refused
    FROM simulation s
    WHERE s.id = a.simulation_id
      OR a.simulation_id IS NULL AND s.candidate_digest = a.digest AND s.state = 'done' AND s.finished_at < a.at
    ORDER BY s.finished_at DESC LIMIT 1
  ) AS simulated ON true
  WHERE a.at >= $1 AND a.at < $2 ORDER BY a.number`;
