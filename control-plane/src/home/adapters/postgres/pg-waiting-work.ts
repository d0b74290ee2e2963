import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { WaitingItem } from "../../domain/tasks.js";
import type { WaitingWork } from "../../ports/waiting-work.port.js";
import { deskWork } from "./desk-work.js";
import { planningWork } from "./planning-work.js";

type Row = Omit<WaitingItem, "path"> & { readonly path: readonly string[] | null };

/** Days before its end at which a key is shown. */
const KEY_NOTICE_DAYS = 30;
/** Days before the day of an evaluation at which it is shown. */
const EVALUATION_NOTICE_DAYS = 60;
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
/** The day that a running use case gave itself, at the end of that day. */
const DUE_EVALUATIONS = `
  SELECT 'evaluation.due', 'UseCase', id, name, organisation_id, ${PATH("organisation_id")}, NULL::text, NULL::text,
    (dossier ->> 'evaluationDueOn')::date + interval '1 day' - interval '1 second'
  FROM use_case WHERE state IN ('experiment', 'evaluated', 'deployed', 'generalised')
    AND dossier ->> 'evaluationDueOn' <= to_char($4::timestamptz, 'YYYY-MM-DD')`;
const EVALUATIONS = `
  SELECT CASE WHEN independent THEN 'evaluation.publish_independent' ELSE 'evaluation.publish' END, 'Evaluation',
    evaluation.id, use_case.name, evaluation.organisation_id, ${PATH("evaluation.organisation_id")}, planned_by, body,
    NULL::timestamptz
  FROM evaluation JOIN use_case ON use_case.id = evaluation.use_case_id WHERE evaluation.state = 'running'`;
const MODELS = `
  SELECT 'model.decide', 'Model', id, name, proposed_for, ${PATH("proposed_for")}, proposed_by, publisher,
    NULL::timestamptz
  FROM model WHERE state IN ('proposed', 'assessed')`;
/** Use cases that still name a model whose end is announced, each with the first to end; a role that was given to another model counts no more. */
const ENDING_MODELS = `
  SELECT DISTINCT ON (use_case.id) 'model.ending', 'UseCase', use_case.id, use_case.name,
    use_case.organisation_id, ${PATH("use_case.organisation_id")}, NULL::text, model.name, notice.ends_at
  FROM model_notice notice JOIN model ON model.id = notice.model_id AND model.state = 'deprecated'
    JOIN use_case ON use_case.id = notice.use_case_id AND use_case.state NOT IN ('retired', 'refused', 'merged')
  WHERE EXISTS (
    SELECT FROM (SELECT model.name UNION SELECT name FROM model_alias WHERE model_id = model.id) named (name)
    WHERE use_case.dossier -> 'models' ? named.name
      OR EXISTS (SELECT FROM application WHERE use_case_id = use_case.id AND named.name = ANY (models)))
  ORDER BY use_case.id, notice.ends_at`;
const SHADOW_TOOLS = `
  SELECT 'shadow_tool.answer', 'ShadowTool', id, name, organisation_id, ${PATH("organisation_id")}, declared_by, vendor,
    NULL::timestamptz
  FROM shadow_tool WHERE state = 'declared'`;
const TRAININGS = `
  SELECT 'training.validate', 'Training', id, programme || ', ' || year, organisation_id, ${PATH("organisation_id")},
    declared_by, trained::text, NULL::timestamptz
  FROM training_declaration WHERE state = 'declared'`;
const PARTS = [
  USE_CASES,
  KEYS,
  BUDGETS,
  POOLS,
  DUE_EVALUATIONS,
  EVALUATIONS,
  MODELS,
  ENDING_MODELS,
  SHADOW_TOOLS,
  TRAININGS,
  ...deskWork(PATH),
  ...planningWork(PATH),
];
const LIST = PARTS.map((part) => `(${part} LIMIT ${String(MOST)})`).join(" UNION ALL ");

export class PgWaitingWork implements WaitingWork {
  async list(ctx: Context): Promise<readonly WaitingItem[]> {
    const now = ctx.clock.now();
    const notice = new Date(now.getTime() + KEY_NOTICE_DAYS * 86_400_000);
    const evaluations = new Date(now.getTime() + EVALUATION_NOTICE_DAYS * 86_400_000);
    const rows = await rowsOf<Row>(ctx, LIST, [now, notice, NEARLY_SPENT, evaluations]);
    return rows.map((row) => ({ ...row, path: row.path ?? [] }));
  }
}
