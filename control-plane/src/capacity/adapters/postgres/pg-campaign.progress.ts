import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import { ANCESTRIES, ORGANISATIONS } from "../../../tenancy/reads/organisations.js";
import type { MinistryProgress } from "../../domain/campaign/campaign-progress.js";
import { SUBMISSION_STATES } from "../../domain/submission/submission-state.js";
import type { CampaignProgress, Reminder } from "../../ports/campaign-progress.port.js";

/** Returned comes before draft: it asks for more. */
const LEAST_ADVANCED = ["returned", ...SUBMISSION_STATES.filter((state) => state !== "returned")];

const SQL = `
  WITH asked AS (
    SELECT campaign.id AS campaign_id, organisation.id FROM campaign JOIN ${ORGANISATIONS} organisation
      ON organisation.kind = 'ministry' AND socle_in_scope(organisation.id) AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)
      AND (cardinality(scope) = 0 OR EXISTS (
        SELECT FROM ${ANCESTRIES} closure WHERE descendant_id = organisation.id AND ancestor_id = ANY (scope)))
    WHERE campaign.id = ANY ($1)),
  declared AS (
    SELECT campaign_id, ancestor_id AS id, min(array_position($3::text[], state)) AS place, sum(line_count) AS lines,
      sum(gpu_count) AS gpus, sum(completeness) AS filled, count(*) AS total
    FROM capacity_declaration JOIN ${ANCESTRIES} closure ON descendant_id = organisation_id
    WHERE campaign_id = ANY ($1) AND state <> 'superseded' GROUP BY campaign_id, ancestor_id),
  needed AS (
    SELECT campaign_id, ancestor_id AS id, count(*) AS total, sum(completeness) AS filled,
      count(*) FILTER (WHERE state IN ('draft', 'returned', 'submitted')) AS pending,
      count(*) FILTER (WHERE state IN ('accepted', 'matched', 'partially_matched', 'unmet')) AS accepted
    FROM capacity_need JOIN ${ANCESTRIES} closure ON descendant_id = organisation_id
    WHERE campaign_id = ANY ($1) AND state <> 'superseded' GROUP BY campaign_id, ancestor_id)
  SELECT campaign_id AS "campaignId", asked.id AS "organisationId", ($3::text[])[declared.place] AS "declarationState",
    coalesce(declared.lines, 0)::integer AS lines, coalesce(declared.gpus, 0)::integer AS gpus,
    coalesce(needed.total, 0)::integer AS needs, coalesce(needed.pending, 0)::integer AS "pendingNeeds",
    coalesce(needed.accepted, 0)::integer AS "acceptedNeeds",
    coalesce((coalesce(declared.filled, 0) + coalesce(needed.filled, 0))
      / nullif(coalesce(declared.total, 0) + coalesce(needed.total, 0), 0), 0)::double precision AS filled,
    (SELECT max(sent_at) FROM campaign_reminder reminder
      WHERE reminder.campaign_id = asked.campaign_id AND reminder.organisation_id = asked.id) AS "lastReminderAt"
  FROM asked LEFT JOIN declared USING (campaign_id, id) LEFT JOIN needed USING (campaign_id, id)
  ORDER BY campaign_id, asked.id`;

export class PgCampaignProgress implements CampaignProgress {
  async ofMinistries(
    ctx: Context,
    campaignIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly MinistryProgress[]>> {
    type Row = MinistryProgress & { readonly campaignId: string };
    const rows = await rowsOf<Row>(ctx, SQL, [uuidsOf(campaignIds), ctx.clock.now(), LEAST_ADVANCED]);
    return new Map(campaignIds.map((id) => [id, rows.filter(({ campaignId }) => campaignId === id)]));
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
