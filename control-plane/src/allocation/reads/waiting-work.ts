import { APPLICATIONS, USE_CASES } from "../../registry/reads/use-cases.js";
import { POOLS } from "../../serving/reads/pools.js";
import { ORGANISATIONS, pathOf } from "../../tenancy/reads/organisations.js";

/**
 * What waits of budgets and rights, as a home page lists it: kind, subject, title, organisation and its path to the root,
 * who declared it, a detail, when it is due. $1: now; $3: the part of a budget from which it is shown.
 */
export const ALLOCATION_WAITING: readonly string[] = [
  `SELECT 'budget.nearly_spent', 'Budget', budget.id,
    coalesce(organisation.name, use_case.name, application.name, ''), budget.organisation_id,
    ${pathOf("budget.organisation_id")}, NULL::text, round(100.0 * settled / period.amount) || ' %', period.period_end
  FROM budget_period period JOIN budget ON budget.id = period.budget_id
    LEFT JOIN ${ORGANISATIONS} organisation ON organisation.id = budget.node_id
    LEFT JOIN ${USE_CASES} use_case ON use_case.id = budget.node_id
    LEFT JOIN ${APPLICATIONS} application ON application.id = budget.node_id
  WHERE period.period_start <= $1 AND period.period_end > $1 AND settled >= $3::numeric * period.amount AND period.amount > 0`,
  // Only those who see the whole platform can tell that nobody was given a part of a pool.
  `SELECT 'pool.unallocated', 'Pool', pool.id, pool.name, NULL::uuid, NULL::uuid[], NULL::text,
    pool.gpu_count || ' GPU', NULL::timestamptz
  FROM ${POOLS} pool WHERE active AND current_setting('socle.scope', true) = '*'
    AND NOT EXISTS (SELECT FROM allocation WHERE pool_id = pool.id)`,
];
