import { ORGANISATIONS, pathOf } from "../../tenancy/reads/organisations.js";

/** Days before roadmaps are due at which their ministry's validator is told of a draft. */
const ROADMAP_NOTICE_DAYS = 60;

/** An exercise counts until a year after its deadline. */
const EXERCISE = `roadmap_exercise exercise`;
/** The last moment on time: the deadline is the first instant after it. */
const DUE = `deadline - interval '1 second'`;
const OPEN = `deadline > $1::timestamptz - interval '1 year'`;

/**
 * What waits of roadmaps, as a home page lists it: kind, subject, title, organisation and its path to the root,
 * who declared it, a detail, when it is due. $1: now.
 */
export const ROADMAPS_WAITING: readonly string[] = [
  `SELECT 'roadmap.open', 'RoadmapExercise', organisation.id, year::text, organisation.id, ${pathOf("organisation.id")},
     NULL::text, NULL::text, ${DUE}
   FROM ${EXERCISE} JOIN ${ORGANISATIONS} organisation ON kind = 'ministry' AND socle_in_scope(organisation.id)
     AND valid_from <= $1 AND (valid_to IS NULL OR $1 < valid_to)
   WHERE ${OPEN} AND NOT EXISTS (SELECT FROM roadmap WHERE organisation_id = organisation.id AND roadmap.year = exercise.year)`,
  `SELECT CASE state WHEN 'draft' THEN 'roadmap.write' WHEN 'returned' THEN 'roadmap.correct'
       WHEN 'ministry_validated' THEN 'roadmap.submit' ELSE 'roadmap.review' END,
     'Roadmap', roadmap.id, year::text, organisation_id, ${pathOf("organisation_id")}, NULL::text, NULL::text,
     CASE WHEN state IN ('submitted', 'in_review') THEN NULL ELSE ${DUE} END
   FROM roadmap JOIN ${EXERCISE} USING (year)
   WHERE ${OPEN} AND state IN ('draft', 'returned', 'ministry_validated', 'submitted', 'in_review')`,
  `SELECT 'roadmap.validate', 'Roadmap', roadmap.id, year::text, organisation_id, ${pathOf("organisation_id")}, declared_by,
     NULL::text, ${DUE}
   FROM roadmap JOIN ${EXERCISE} USING (year)
   WHERE ${OPEN} AND state = 'draft' AND deadline < $1::timestamptz + interval '${String(ROADMAP_NOTICE_DAYS)} days'`,
  `SELECT 'roadmap.progress', 'Roadmap', roadmap.id, year::text, roadmap.organisation_id, ${pathOf("roadmap.organisation_id")},
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
