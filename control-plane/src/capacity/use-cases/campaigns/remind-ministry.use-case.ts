import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CampaignProgress, Reminder } from "../../ports/campaign-progress.port.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { id } from "../capacity.input.js";

const input = z.object({
  campaignId: id,
  organisationId: id,
  days: z.number().int().min(0),
  missing: z.array(z.string()).min(1),
});
export type RemindMinistryInput = z.infer<typeof input>;

/** Tells a ministry, once for each reminder of the campaign, what its answer still lacks. */
export const remindMinistry = (
  ports: Pick<CapacityPorts, "campaigns"> & { readonly progress: CampaignProgress },
): UseCase<RemindMinistryInput, Campaign, Reminder> => ({
  name: "capacity.remind-ministry",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { campaignId, organisationId }) {
    const campaign = await ports.campaigns.find(ctx, campaignId);
    if (campaign === null) return refuse(notFound("campaign", campaignId));
    return ok({ subject: { name: "Campaign", id: campaignId, organisationId }, loaded: campaign });
  },
  async handle(ctx, reminded, campaign) {
    const reminder: Reminder = { ...reminded, sentAt: ctx.clock.now() };
    if (!(await ports.progress.remind(ctx, reminder)))
      return refuse(conflict("reminder.sent", "That reminder went out before."));
    const { organisationId, days, missing } = reminder;
    const data = { days, missing, closesAt: campaign.closesAt.toISOString() };
    return ok({
      value: reminder,
      event: { organisationId, subjectType: "Campaign", subjectId: campaign.id, data },
    });
  },
});
