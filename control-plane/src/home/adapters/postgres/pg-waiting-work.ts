import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { WaitingItem } from "../../domain/tasks.js";
import type { WaitingWork } from "../../ports/waiting-work.port.js";

type Row = Omit<WaitingItem, "path"> & { readonly path: readonly string[] | null };

/** Days before its end at which a key is shown. */
const KEY_NOTICE_DAYS = 30;
/** Part of a budget that is settled when it is shown. */
const NEARLY_SPENT = 0.8;
/** Longest part of the list; a home page is no inventory. */
const MOST = 200;

const PATH = (organisation: string): string =>
  `(SELECT array_agg(ancestor_id ORDER BY depth) FROM organisation_closure WHERE descendant_id = ${organisation})`;

const USE_CASES = `
  SELECT CASE state WHEN 'idea' THEN 'use_case.validate' WHEN 'qualified' THEN 'use_case.select'
           ELSE 'use_case.suspended' END AS kind,
    'UseCase' AS "subjectType", id AS "subjectId", name AS title, organisation_id AS "organisationId",
    ${PATH("organisation_id")} AS path, declared_by AS "declaredBy", NULL::text AS detail, NULL::timestamptz AS "dueAt"
  FROM use_case WHERE state IN ('idea', 'qualified', 'suspended')`;
const KEYS = `
  SELECT 'key.expiring', 'ApiKey', api_key.id, application.name, api_key.organisation_id,
    ${PATH("api_key.organisation_id")}, NULL::text, api_key.prefix, api_key.expires_at
  FROM api_key JOIN application ON application.id = api_key.application_id
  WHERE revoked_at IS NULL AND expires_at > $1 AND expires_at < $2`;
const BUDGETS = `
  SELECT 'budget.nearly_spent', 'Budget', budget.id,
    coalesce(organisation.name, use_case.name, application.name, ''), budget.organisation_id,
    ${PATH("budget.organisation_id")}, NULL::text, round(100.0 * settled / period.amount) || ' %', period.period_end
  FROM budget_period period JOIN budget ON budget.id = period.budget_id
    LEFT JOIN organisation ON organisation.id = budget.node_id
    LEFT JOIN use_case ON use_case.id = budget.node_id
    LEFT JOIN application ON application.id = budget.node_id
  WHERE period.period_start <= $1 AND period.period_end > $1 AND settled >= $3::numeric * period.amount AND period.amount > 0`;
/** Only those who see the whole platform can tell that nobody was given a part of a pool. */
const POOLS = `
  SELECT 'pool.unallocated', 'Pool', pool.id, pool.name, NULL::uuid, NULL::uuid[], NULL::text,
    pool.gpu_count || ' GPU', NULL::timestamptz
  FROM pool WHERE active AND current_setting('socle.scope', true) = '*'
    AND NOT EXISTS (SELECT FROM allocation WHERE pool_id = pool.id)`;
const LIST = [USE_CASES, KEYS, BUDGETS, POOLS].map((part) => `(${part} LIMIT ${String(MOST)})`).join(" UNION ALL ");

export class PgWaitingWork implements WaitingWork {
  async list(ctx: Context): Promise<readonly WaitingItem[]> {
    const now = ctx.clock.now();
    const notice = new Date(now.getTime() + KEY_NOTICE_DAYS * 86_400_000);
    const rows = await rowsOf<Row>(ctx, LIST, [now, notice, NEARLY_SPENT]);
    return rows.map((row) => ({ ...row, path: row.path ?? [] }));
  }
}
