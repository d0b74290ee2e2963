import type { HeldRight, HeldRights, UsedRight } from "../../../capacity/index.js";
import type { Context } from "../../../kernel/use-case.js";
import { DAILY_USE } from "../../../ledger/reads/use.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { APPLICATIONS } from "../../../registry/reads/use-cases.js";
import { POOLS } from "../../../serving/reads/pools.js";
import { ANCESTRIES, ORGANISATIONS } from "../../../tenancy/reads/organisations.js";

/** True when the right `outer_right` contains the right `held` of the same pool; what the State itself holds contains nothing. */
const CONTAINS = `
  (outer_right.node_type = 'organisation' AND EXISTS (
     SELECT FROM ${ANCESTRIES} closure JOIN ${ORGANISATIONS} node ON node.id = closure.ancestor_id
     WHERE closure.ancestor_id = outer_right.node_id AND closure.descendant_id = held.organisation_id
       AND node.parent_id IS NOT NULL AND (closure.depth > 0 OR held.node_type <> 'organisation')))
  OR (outer_right.node_type = 'use_case' AND held.node_type = 'application' AND EXISTS (
     SELECT FROM ${APPLICATIONS} application WHERE id = held.node_id AND use_case_id = outer_right.node_id))`;

const HELD = `
  standing AS (
    SELECT * FROM allocation WHERE valid_from <= $1 AND (valid_to IS NULL OR $1 < valid_to)
  ), held AS (
    SELECT held.* FROM standing held JOIN ${ORGANISATIONS} holder ON holder.id = held.organisation_id
    WHERE (holder.parent_id IS NOT NULL OR held.node_type <> 'organisation') AND NOT EXISTS (
      SELECT FROM standing outer_right
      WHERE outer_right.pool_id = held.pool_id AND outer_right.id <> held.id AND (${CONTAINS}))
  )`;

const RIGHTS = `
  WITH ${HELD}
  SELECT held.organisation_id AS "organisationId", pool.gpu_class AS "gpuType", pool.accepted_labels AS labels,
    held.nominal::double precision AS nominal
  FROM held JOIN ${POOLS} pool ON pool.id = held.pool_id
  ORDER BY pool.slug COLLATE "C", held.id`;

const ALLOCATIONS = `
  WITH ${HELD}, days AS (
    SELECT DISTINCT day FROM ${DAILY_USE} usage WHERE day > $1::date - 90 AND day <= $1::date
  ), used AS (
    SELECT held.id, days.day, coalesce((
      SELECT sum(usage.amount) FROM ${DAILY_USE} usage
      WHERE usage.day = days.day AND usage.quantity = 'gpuMicroSeconds' AND usage.pool_id = held.pool_id AND CASE held.node_type
        WHEN 'organisation' THEN EXISTS (SELECT FROM ${ANCESTRIES} closure
          WHERE closure.ancestor_id = held.node_id AND closure.descendant_id = usage.organisation_id)
        WHEN 'use_case' THEN usage.use_case_id = held.node_id
        ELSE usage.application_id = held.node_id END), 0) / 86400e6 AS gpus
    FROM held CROSS JOIN days
  )
  SELECT held.id, held.organisation_id AS "organisationId", pool.slug AS pool, pool.gpu_class AS "gpuType",
    pool.accepted_labels AS labels, held.nominal::double precision AS nominal,
    (SELECT round((percentile_disc(0.95) WITHIN GROUP (ORDER BY used.gpus))::numeric, 2)::double precision
     FROM used WHERE used.id = held.id) AS "usedP95"
  FROM held JOIN ${POOLS} pool ON pool.id = held.pool_id
  ORDER BY pool.slug COLLATE "C", held.id`;

/** What is held, as a consolidation counts it. */
export class PgHeldRights implements HeldRights {
  standing(ctx: Context): Promise<readonly HeldRight[]> {
    return rowsOf<HeldRight>(ctx, RIGHTS, [ctx.clock.now()]);
  }

  withUse(ctx: Context): Promise<readonly UsedRight[]> {
    return rowsOf<UsedRight>(ctx, ALLOCATIONS, [ctx.clock.now()]);
  }
}
