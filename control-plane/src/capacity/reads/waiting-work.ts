import { ANCESTRIES, ORGANISATIONS, pathOf } from "../../tenancy/reads/organisations.js";

/** Bodies within reach that a campaign asks: ministries, all or those of its scope. */
const ASKED = `campaign JOIN ${ORGANISATIONS} organisation ON organisation.kind = 'ministry' AND socle_in_scope(organisation.id)
    AND valid_from <= $1 AND (valid_to IS NULL OR $1 < valid_to)
    AND (cardinality(scope) = 0 OR EXISTS (
      SELECT FROM ${ANCESTRIES} above WHERE descendant_id = organisation.id AND ancestor_id = ANY (scope)))`;

/** What a ministry, with everything below it, has not answered: codes, then the day it was last reminded. */
const MISSING = `concat_ws(' ',
  CASE WHEN NOT EXISTS (SELECT FROM capacity_declaration answer JOIN ${ANCESTRIES} above ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state <> 'superseded')
    THEN 'declaration.none' END,
  CASE WHEN EXISTS (SELECT FROM capacity_declaration answer JOIN ${ANCESTRIES} above ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state = 'draft')
    THEN 'declaration.draft' END,
  CASE WHEN NOT EXISTS (SELECT FROM capacity_need answer JOIN ${ANCESTRIES} above ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state <> 'superseded')
    THEN 'need.none' END,
  CASE WHEN EXISTS (SELECT FROM capacity_need answer JOIN ${ANCESTRIES} above ON descendant_id = answer.organisation_id
    WHERE ancestor_id = organisation.id AND answer.campaign_id = campaign.id AND answer.state = 'draft')
    THEN 'need.draft' END)`;
const REMINDED = `(SELECT to_char(max(sent_at) AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') FROM campaign_reminder reminder
  WHERE reminder.campaign_id = campaign.id AND reminder.organisation_id = organisation.id)`;

/**
 * What waits of campaigns, as a home page lists it: kind, subject, title, organisation and its path to the root,
 * who declared it, a detail, when it is due. $1: now.
 */
export const CAPACITY_WAITING: readonly string[] = [
  `SELECT 'campaign.answer', 'Campaign', campaign.id, campaign.name, organisation.id, ${pathOf("organisation.id")},
     NULL::text, concat_ws(' ', ${MISSING}, ${REMINDED}), closes_at
   FROM ${ASKED} WHERE campaign.kind = 'capacity' AND campaign.state = 'open' AND ${MISSING} <> ''`,
  `SELECT CASE declaration.state WHEN 'returned' THEN 'declaration.correct' WHEN 'submitted' THEN 'declaration.validate'
       ELSE 'declaration.review' END,
     'Declaration', declaration.id, campaign.name, declaration.organisation_id, ${pathOf("declaration.organisation_id")},
     declaration.declared_by, declaration.line_count::text,
     CASE WHEN declaration.state IN ('returned', 'submitted') THEN closes_at END
   FROM capacity_declaration declaration JOIN campaign ON campaign.id = declaration.campaign_id
   WHERE declaration.state IN ('returned', 'submitted', 'validated', 'reviewed') AND campaign.state IN ('open', 'closed')`,
  // A body may send hundreds of needs: they wait together, and stand as one person's only when that person wrote them all.
  `SELECT kind, 'Campaign', id, name, organisation_id, path, CASE WHEN min(declared_by) = max(declared_by) THEN min(declared_by) END,
     count(*)::text, min(due)
   FROM (SELECT CASE need.state WHEN 'returned' THEN 'need.correct' WHEN 'submitted' THEN 'need.validate'
           ELSE 'need.review' END AS kind, campaign.id, campaign.name, need.organisation_id,
         ${pathOf("need.organisation_id")} AS path, need.declared_by,
         CASE WHEN need.state IN ('returned', 'submitted') THEN closes_at END AS due
       FROM capacity_need need JOIN campaign ON campaign.id = need.campaign_id
       WHERE need.state IN ('returned', 'submitted', 'validated', 'reviewed') AND campaign.state IN ('open', 'closed')) waiting
   GROUP BY kind, id, name, organisation_id, path`,
  `SELECT 'campaign.consolidate', 'Campaign', id, name, NULL::uuid, NULL::uuid[], NULL::text, NULL::text, NULL::timestamptz
   FROM campaign WHERE kind = 'capacity' AND state = 'closed' AND current_setting('socle.scope', true) = '*'`,
];
