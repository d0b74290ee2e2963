type Path = (organisation: string) => string;

/** Days before roadmaps are due at which their ministry's validator is told of a draft. */
const ROADMAP_NOTICE_DAYS = 60;

/** Bodies within reach that a campaign asks: ministries, all or those of its scope. */
const ASKED = `campaign JOIN organisation ON organisation.kind = 'ministry' AND socle_in_scope(organisation.id)
    AND valid_from <= $1 AND (valid_to IS NULL OR $1 < valid_to)
    AND (cardinality(scope) = 0 OR EXISTS (
      SELECT FROM organisation_closure WHERE descendant_id = organisation.id AND ancestor_id = ANY (scope)))`;

/** What a ministry, with everything below it, has not answered: codes, then the day it was last reminded. */
const MISSING = `concat_ws(' ',
  CASE WHEN NOT EXISTS (SELECT FROM capacity_declaration answer JOIN organisation_closure ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state <> 'superseded')
    THEN 'declaration.none' END,
  CASE WHEN EXISTS (SELECT FROM capacity_declaration answer JOIN organisation_closure ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state = 'draft')
    THEN 'declaration.draft' END,
  CASE WHEN NOT EXISTS (SELECT FROM capacity_need answer JOIN organisation_closure ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state <> 'superseded')
    THEN 'need.none' END,
  CASE WHEN EXISTS (SELECT FROM capacity_need answer JOIN organisation_closure ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state = 'draft')
    THEN 'need.draft' END)`;
const REMINDED = `(SELECT to_char(max(sent_at) AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') FROM campaign_reminder reminder
  WHERE reminder.campaign_id = campaign.id AND reminder.organisation_id = organisation.id)`;

const campaigns = (path: Path): readonly string[] => [
  `SELECT 'campaign.answer', 'Campaign', campaign.id, campaign.name, organisation.id, ${path("organisation.id")},
     NULL::text, concat_ws(' ', ${MISSING}, ${REMINDED}), closes_at
   FROM ${ASKED} WHERE campaign.kind = 'capacity' AND campaign.state = 'open' AND ${MISSING} <> ''`,
  `SELECT CASE declaration.state WHEN 'returned' THEN 'declaration.correct' WHEN 'submitted' THEN 'declaration.validate'
       ELSE 'declaration.review' END,
     'Declaration', declaration.id, campaign.name, declaration.organisation_id, ${path("declaration.organisation_id")},
     declaration.declared_by, declaration.line_count::text,
     CASE WHEN declaration.state IN ('returned', 'submitted') THEN closes_at END
   FROM capacity_declaration declaration JOIN campaign ON campaign.id = declaration.campaign_id
   WHERE declaration.state IN ('returned', 'submitted', 'validated', 'reviewed') AND campaign.state IN ('open', 'closed')`,
  // A body may send hundreds of needs: they wait together, and stand as one person's only when that person wrote them all.
  `SELECT kind, 'Campaign', id, name, organisation_id, path, CASE WHEN min(declared_by) = max(declared_by) THEN min(declared_by) END,
     count(*)::text, min(due)
   FROM (SELECT CASE need.state WHEN 'returned' THEN 'need.correct' WHEN 'submitted' THEN 'need.validate'
           ELSE 'need.review' END AS kind, campaign.id, campaign.name, need.organisation_id,
         ${path("need.organisation_id")} AS path, need.declared_by,
         CASE WHEN need.state IN ('returned', 'submitted') THEN closes_at END AS due
       FROM capacity_need need JOIN campaign ON campaign.id = need.campaign_id
       WHERE need.state IN ('returned', 'submitted', 'validated', 'reviewed') AND campaign.state IN ('open', 'closed')) waiting
   GROUP BY kind, id, name, organisation_id, path`,
  `SELECT 'campaign.consolidate', 'Campaign', id, name, NULL::uuid, NULL::uuid[], NULL::text, NULL::text, NULL::timestamptz
   FROM campaign WHERE kind = 'capacity' AND state = 'closed' AND current_setting('socle.scope', true) = '*'`,
];

/** An exercise counts until a year after its deadline. */
const EXERCISE = `roadmap_exercise exercise`;
/** The last moment on time: the deadline is the first instant after it. */
const DUE = `deadline - interval '1 second'`;
const OPEN = `deadline > $1::timestamptz - interval '1 year'`;

const roadmaps = (path: Path): readonly string[] => [
  `SELECT 'roadmap.open', 'RoadmapExercise', organisation.id, year::text, organisation.id, ${path("organisation.id")},
     NULL::text, NULL::text, ${DUE}
   FROM ${EXERCISE} JOIN organisation ON kind = 'ministry' AND socle_in_scope(organisation.id)
     AND valid_from <= $1 AND (valid_to IS NULL OR $1 < valid_to)
   WHERE ${OPEN} AND NOT EXISTS (SELECT FROM roadmap WHERE organisation_id = organisation.id AND roadmap.year = exercise.year)`,
  `SELECT CASE state WHEN 'draft' THEN 'roadmap.write' WHEN 'returned' THEN 'roadmap.correct'
       WHEN 'ministry_validated' THEN 'roadmap.submit' ELSE 'roadmap.review' END,
     'Roadmap', roadmap.id, year::text, organisation_id, ${path("organisation_id")}, NULL::text, NULL::text,
     CASE WHEN state IN ('submitted', 'in_review') THEN NULL ELSE ${DUE} END
   FROM roadmap JOIN ${EXERCISE} USING (year)
   WHERE ${OPEN} AND state IN ('draft', 'returned', 'ministry_validated', 'submitted', 'in_review')`,
  `SELECT 'roadmap.validate', 'Roadmap', roadmap.id, year::text, organisation_id, ${path("organisation_id")}, declared_by,
     NULL::text, ${DUE}
   FROM roadmap JOIN ${EXERCISE} USING (year)
   WHERE ${OPEN} AND state = 'draft' AND deadline < $1::timestamptz + interval '${String(ROADMAP_NOTICE_DAYS)} days'`,
  `SELECT 'roadmap.progress', 'Roadmap', roadmap.id, year::text, roadmap.organisation_id, ${path("roadmap.organisation_id")},
     NULL::text, count(*)::text, NULL::timestamptz
   FROM roadmap JOIN roadmap_action action ON action.roadmap_id = roadmap.id
   WHERE state IN ('accepted', 'consolidated', 'tracked') AND content ->> 'progress' IN ('planned', 'running')
     AND content ->> 'end' < to_char($1::timestamptz AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD')
   GROUP BY roadmap.id`,
  // "D'ici fin 2026": the consolidation is due at the end of the exercise's year, in Paris.
  `SELECT 'roadmap.consolidate', 'RoadmapExercise', (array_agg(roadmap.id ORDER BY roadmap.id))[1], year::text, NULL::uuid,
     NULL::uuid[], NULL::text, count(*)::text, make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'Europe/Paris') - interval '1 second'
   FROM roadmap WHERE state = 'accepted' AND current_setting('socle.scope', true) = '*' GROUP BY year`,
];

/** Part of the list that campaigns and roadmaps make wait. @param path ids from an organisation's column up to the root */
export const planningWork = (path: Path): readonly string[] => [...campaigns(path), ...roadmaps(path)];
