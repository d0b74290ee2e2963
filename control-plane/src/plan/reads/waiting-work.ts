import { pathOf } from "../../tenancy/reads/organisations.js";

/**
 * What waits in the plan, as a home page lists it: see the registry's. A deadline that nobody has said is kept or missed,
 * and records whose day has come.
 * $1: now; $2: the last day of a notice.
 */
export const PLAN_WAITING: readonly string[] = [
  `SELECT 'deadline.due', 'PlanRecord', id, title, organisation_id, ${pathOf("organisation_id")}, NULL::text, NULL::text,
    due_on + interval '1 day' - interval '1 second'
  FROM plan_record WHERE kind = 'deadline' AND state = 'awaited' AND due_on <= $2::timestamptz`,
  `SELECT 'sourcing.decide', 'PlanRecord', id, title, organisation_id, ${pathOf("organisation_id")}, declared_by, NULL::text,
    due_on + interval '1 day' - interval '1 second'
  FROM plan_record WHERE kind = 'sourcing' AND state = 'draft'`,
];
