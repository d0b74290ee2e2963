import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { MinistryProgress } from "../../domain/campaign/campaign-progress.js";
import { SUBMISSION_STATES } from "../../domain/submission/submission-state.js";
import type { CampaignProgress, Reminder } from "../../ports/campaign-progress.port.js";

/** Returned comes before draft: it asks for more. */
const LEAST_ADVANCED = ["returned", ...SUBMISSION_STATES.filter((state) => state !== "returned")];

const SQL = `
  WITH asked AS (
    SELECT id FROM organisation
    WHERE kind = 'ministry' AND socle_in_scope(id) AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)
      AND (cardinality($3::uuid[]) = 0 OR EXISTS (
        SELECT FROM organisation_closure WHERE descendant_id = organisation.id AND ancestor_id = ANY ($3)))),
  declared AS (
    SELECT ancestor_id AS id, min(array_position($4::text[], state)) AS place, sum(line_count) AS lines,
      sum(gpu_count) AS gpus, sum(completeness) AS filled, count(*) AS total
    FROM capacity_declaration JOIN organisation_closure ON descendant_id = organisation_id
    WHERE campaign_id = $1 AND state <> 'superseded' GROUP BY ancestor_id),
  needed AS (
    SELECT ancestor_id AS id, count(*) AS total, sum(completeness) AS filled,
      count(*) FILTER (WHERE state IN ('draft', 'returned', 'submitted')) AS pending,
      count(*) FILTER (WHERE state IN ('accepted', 'matched', 'partially_matched', 'unmet')) AS accepted
    FROM capacity_need JOIN organisation_closure ON descendant_id = organisation_id
    WHERE campaign_id = $1 AND state <> 'superseded' GROUP BY ancestor_id)
  SELECT asked.id AS "organisationId", ($4::text[])[declared.place] AS "declarationState",
    coalesce(declared.lines, 0)::integer AS lines, coalesce(declared.gpus, 0)::integer AS gpus,
    coalesce(needed.total, 0)::integer AS needs, coalesce(needed.pending, 0)::integer AS "pendingNeeds",
    coalesce(needed.accepted, 0)::integer AS "acceptedNeeds",
    coalesce((coalesce(declared.filled, 0) + coalesce(needed.filled, 0))
      / nullif(coalesce(declared.total, 0) + coalesce(needed.total, 0), 0), 0)::double precision AS filled,
    (SELECT max(sent_at) FROM campaign_reminder WHERE campaign_id = $1 AND organisation_id = asked.id)
      AS "lastReminderAt"
  FROM asked LEFT JOIN declared USING (id) LEFT JOIN needed USING (id) ORDER BY asked.id`;

export class PgCampaignProgress implements CampaignProgress {
  ofMinistries(ctx: Context, campaign: Campaign): Promise<readonly MinistryProgress[]> {
    return rowsOf<MinistryProgress>(ctx, SQL, [campaign.id, ctx.clock.now(), campaign.scope, LEAST_ADVANCED]);
  }

  async remind(ctx: Context, reminder: Reminder): Promise<boolean> {
    const written = await countOf(
      ctx,
      `INSERT INTO campaign_reminder (campaign_id, organisation_id, days, sent_at, missing)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [reminder.campaignId, reminder.organisationId, reminder.days, reminder.sentAt, reminder.missing],
    );
    return written === 1;
  }
}
