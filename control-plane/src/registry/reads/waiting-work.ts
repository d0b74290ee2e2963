import { pathOf } from "../../tenancy/reads/organisations.js";

/**
 * What waits in the registry, as a home page lists it: kind, subject, title, organisation and its path to the root,
 * who declared it, a detail, when it is due.
 * $1: now; $2: the last end of a key that is shown; $4: the last day of an evaluation that is shown.
 */
export const REGISTRY_WAITING: readonly string[] = [
  `SELECT CASE state WHEN 'idea' THEN 'use_case.validate' WHEN 'qualified' THEN 'use_case.select'
           ELSE 'use_case.suspended' END AS kind,
    'UseCase' AS "subjectType", id AS "subjectId", name AS title, organisation_id AS "organisationId",
    ${pathOf("organisation_id")} AS path, declared_by AS "declaredBy", NULL::text AS detail, NULL::timestamptz AS "dueAt"
  FROM use_case WHERE state IN ('idea', 'qualified', 'suspended')`,
  `SELECT CASE decision_right WHEN 'validate' THEN 'use_case.confirm_change' ELSE 'use_case.confirm_piece' END,
    'UseCase', use_case.id, use_case.name, change.organisation_id, ${pathOf("change.organisation_id")}, proposed_by,
    change.reason, NULL::timestamptz
  FROM use_case_change change JOIN use_case ON use_case.id = change.use_case_id WHERE change.state = 'proposed'`,
  `SELECT CASE request.state WHEN 'requested' THEN 'key.validate' WHEN 'validated' THEN 'key.approve' ELSE 'key.collect' END,
    'UseCase', request.use_case_id, application.name, request.organisation_id, ${pathOf("request.organisation_id")},
    request.requested_by, request.reason, NULL::timestamptz
  FROM key_request request JOIN application ON application.id = request.application_id
  WHERE request.state IN ('requested', 'validated', 'approved')`,
  `SELECT 'key.expiring', 'ApiKey', api_key.id, application.name, api_key.organisation_id,
    ${pathOf("api_key.organisation_id")}, NULL::text, api_key.prefix, api_key.expires_at
  FROM api_key JOIN application ON application.id = api_key.application_id
  WHERE revoked_at IS NULL AND expires_at > $1 AND expires_at < $2`,
  // The day that a running use case gave itself, at the end of that day.
  `SELECT 'evaluation.due', 'UseCase', id, name, organisation_id, ${pathOf("organisation_id")}, NULL::text, NULL::text,
    (dossier ->> 'evaluationDueOn')::date + interval '1 day' - interval '1 second'
  FROM use_case WHERE state IN ('experiment', 'evaluated', 'deployed', 'generalised')
    AND dossier ->> 'evaluationDueOn' <= to_char($4::timestamptz, 'YYYY-MM-DD')`,
  `SELECT CASE WHEN independent THEN 'evaluation.publish_independent' ELSE 'evaluation.publish' END, 'Evaluation',
    evaluation.id, use_case.name, evaluation.organisation_id, ${pathOf("evaluation.organisation_id")}, planned_by, body,
    NULL::timestamptz
  FROM evaluation JOIN use_case ON use_case.id = evaluation.use_case_id WHERE evaluation.state = 'running'`,
  `SELECT CASE state WHEN 'proposed' THEN 'model.validate' ELSE 'model.decide' END, 'Model', id, name, proposed_for, ${pathOf("proposed_for")}, proposed_by, publisher,
    NULL::timestamptz
  FROM model WHERE state IN ('proposed', 'validated', 'assessed')`,
  // Use cases that still name a model whose end is announced, each with the first to end; a role that was given to
  // another model counts no more.
  `SELECT DISTINCT ON (use_case.id) 'model.ending', 'UseCase', use_case.id, use_case.name,
    use_case.organisation_id, ${pathOf("use_case.organisation_id")}, NULL::text, model.name, notice.ends_at
  FROM model_notice notice JOIN model ON model.id = notice.model_id AND model.state = 'deprecated'
    JOIN use_case ON use_case.id = notice.use_case_id AND use_case.state NOT IN ('retired', 'refused', 'merged')
  WHERE EXISTS (
    SELECT FROM (SELECT model.name UNION SELECT name FROM model_alias WHERE model_id = model.id) named (name)
    WHERE use_case.dossier -> 'models' ? named.name
      OR EXISTS (SELECT FROM application WHERE use_case_id = use_case.id AND named.name = ANY (models)))
  ORDER BY use_case.id, notice.ends_at`,
  `SELECT 'shadow_tool.answer', 'ShadowTool', id, name, organisation_id, ${pathOf("organisation_id")}, declared_by, vendor,
    NULL::timestamptz
  FROM shadow_tool WHERE state = 'declared'`,
  `SELECT 'training.validate', 'Training', id, programme || ', ' || year, organisation_id, ${pathOf("organisation_id")},
    declared_by, trained::text, NULL::timestamptz
  FROM training_declaration WHERE state = 'declared'`,
];
