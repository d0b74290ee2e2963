import { OBSERVED_DAYS } from "@socle/contracts";
import { lastAlarmsSince } from "../../ledger/reads/use.js";
import { USE_CASES } from "../../registry/reads/use-cases.js";
import { pathOf } from "../../tenancy/reads/organisations.js";

const row = (kind: string, subject: string, table: string, title: string, rest: string): string =>
  `SELECT ${kind}, '${subject}', ${table}.id, ${title}, ${table}.organisation_id, ${pathOf(`${table}.organisation_id`)}, ${rest}`;
/** The end of that day. */
const end = (day: string): string => `${day} + interval '1 day' - interval '1 second'`;
const ofUseCase = (table: string): string =>
  `FROM ${table} JOIN ${USE_CASES} use_case ON use_case.id = ${table}.use_case_id`;

const hasFile = (bundle: string): string =>
  `${bundle}.files @> jsonb_build_array(jsonb_build_object('path', observed.path, 'text', observed.text))`;
const inParis = (at: string): string => `(${at} AT TIME ZONE 'Europe/Paris')::date`;

/**
 * Rules that were put in shadow by an activation and have been observed for their days since, letter for letter: they may now
 * refuse, or be taken out. Those that came in shadow with the software wait for nobody.
 */
const OBSERVED = `
  WITH in_force AS (SELECT digest FROM policy_activation ORDER BY number DESC LIMIT 1),
  observed AS (SELECT file ->> 'path' AS path, file ->> 'text' AS text
    FROM in_force JOIN policy_bundle USING (digest), jsonb_array_elements(files) file
    WHERE file ->> 'text' ~ '(?n)^mode: *shadow *$'),
  begun AS (SELECT path, (SELECT min(number) FROM policy_activation WHERE number > COALESCE((
      SELECT max(number) FROM policy_activation JOIN policy_bundle other USING (digest) WHERE NOT ${hasFile("other")}), 0)) AS number
    FROM observed)
  SELECT 'policy.observed', 'PolicyBundle', proposal.id, motive, organisation_id, ${pathOf("organisation_id")},
    proposal.proposed_by, string_agg(regexp_replace(observed.path, '/rule[.]yaml$', ''), ', ' ORDER BY observed.path),
    NULL::timestamptz
  FROM begun JOIN observed USING (path) JOIN policy_activation activation USING (number)
  JOIN policy_bundle before ON before.digest = activation.previous_digest
  JOIN policy_proposal proposal ON proposal.id = activation.proposal_id
  WHERE NOT ${hasFile("before")} AND ${inParis("activation.at")} + ${String(OBSERVED_DAYS)} <= ${inParis("$1::timestamptz")}
  GROUP BY proposal.id`;

/**
 * What waits at the compliance desk, as a home page lists it: kind, subject, title, organisation and its path to the root,
 * who declared it, a detail, when it is due.
 * $1: now; $2, $4: the last day of an assessment, and of a derogation or a condition, that is shown.
 */
export const COMPLIANCE_WAITING: readonly string[] = [
  `${row(
    `CASE state WHEN 'open' THEN 'question.answer' ELSE 'doctrine.publish' END`,
    "Question",
    "compliance_question",
    "title",
    `NULL::text, topic, CASE state WHEN 'open' THEN ${end("due_on")} END`,
  )} FROM compliance_question WHERE state IN ('open', 'answered')`,
  `${row(
    `CASE derogation.state WHEN 'requested' THEN 'derogation.endorse' WHEN 'endorsed' THEN 'derogation.grant'
       ELSE 'derogation.ending' END`,
    "Derogation",
    "derogation",
    "use_case.name",
    `requested_by, rule, CASE derogation.state WHEN 'granted' THEN ${end("ends_on")} END`,
  )} ${ofUseCase("derogation")}
   WHERE derogation.state IN ('requested', 'endorsed')
     OR derogation.state = 'granted' AND ends_on BETWEEN $1::date AND $4::date`,
  `${row(
    `CASE assessment.state WHEN 'draft' THEN 'assessment.conclude' ELSE 'assessment.redo' END`,
    "Assessment",
    "assessment",
    "use_case.name",
    `drafted_by, kind, CASE assessment.state WHEN 'done' THEN ${end("review_on")} END`,
  )} ${ofUseCase("assessment")}
   WHERE assessment.state IN ('draft', 'to_review') OR assessment.state = 'done' AND review_on <= $2::date`,
  `${row("'review.condition'", "Review", "use_case_review", "use_case.name", `NULL::text, opinion, ${end("due_key::date")}`)}
   ${ofUseCase("use_case_review")} WHERE use_case_review.state = 'open' AND due_key <= to_char($4::timestamptz, 'YYYY-MM-DD')`,
  `${row("'incident.notify'", "Incident", "incident", "title", "NULL::text, kind, due_at")}
   FROM incident WHERE due_at IS NOT NULL AND notification IS NULL AND state <> 'closed'`,
  `${row("'incident.inform_provider'", "Incident", "incident", "title", "NULL::text, kind, aware_at")}
   FROM incident WHERE due_at IS NOT NULL AND deployer AND NOT notices @> '[{"to": "provider"}]' AND state <> 'closed'`,
  `${row("'incident.confirm'", "Incident", "incident", "title", "NULL::text, kind, due_at")}
   FROM incident WHERE state = 'reported'`,
  `${row("'incident.close'", "Incident", "incident", "title", "NULL::text, kind, NULL::timestamptz")}
   FROM incident WHERE state = 'mitigated'`,
  // Told of for a week, or until an incident says what became of it.
  `SELECT 'alarm.look', 'Request', use_case.id, use_case.name, use_case.organisation_id,
     ${pathOf("use_case.organisation_id")}, NULL::text, alarm.code, NULL::timestamptz
   FROM ${lastAlarmsSince("($1::timestamptz - interval '7 days')")} alarm
   JOIN ${USE_CASES} use_case ON use_case.id = alarm.use_case_id
   WHERE NOT EXISTS (SELECT FROM incident
     WHERE incident.use_case_id = alarm.use_case_id AND incident.declared_at >= alarm.at)`,
  `${row(
    `CASE WHEN compliance_signed THEN 'policy.approve' ELSE 'policy.sign' END`,
    "PolicyBundle",
    "policy_proposal",
    "motive",
    "proposed_by, NULL::text, NULL::timestamptz",
  )} FROM policy_proposal WHERE state = 'proposed'`,
  `SELECT 'policy.activated', 'PolicyBundle', proposal.id, motive, organisation_id, ${pathOf("organisation_id")},
     NULL::text, to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD'), NULL::timestamptz
   FROM policy_activation JOIN policy_proposal proposal ON proposal.id = proposal_id
   WHERE at > $1::timestamptz - interval '7 days'`,
  OBSERVED,
];
