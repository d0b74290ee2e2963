import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { GovernanceEventDraft, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CAMPAIGN_STATES, type Campaign } from "../../domain/campaign/campaign.js";
import { campaignConditions } from "../../domain/campaign/campaign-life.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { expectedVersion, id, reason } from "../capacity.input.js";
import { changed, sameVersion } from "../same-version.js";
import { guarded } from "../submissions/submission-access.js";

export const transitionCampaignInput = z.object({
  id,
  to: z.enum(CAMPAIGN_STATES),
  expectedVersion,
  reason,
  /** Another end, for a campaign that opens or opens again. */
  closesAt: z.date().nullish().describe("Another end, for a campaign that opens or opens again."),
});
export type TransitionCampaignInput = z.infer<typeof transitionCampaignInput>;
interface Loaded {
  readonly campaign: Campaign;
  readonly rootId: string;
}

/**
 * Opens a campaign, closes it, opens it again with another end, or says that it is consolidated; publishing the
 * consolidation of a capacity campaign says that by itself.
 */
export const transitionCampaign = (
  ports: Pick<CapacityPorts, "campaigns" | "organisations">,
): UseCase<TransitionCampaignInput, Loaded, Campaign> => ({
  name: "capacity.transition-campaign",
  action: "manage",
  input: zodSchema(transitionCampaignInput),
  async load(ctx, { id }) {
    const campaign = await ports.campaigns.find(ctx, id);
    if (campaign === null) return refuse(notFound("campaign", id));
    const rootId = await ports.organisations.rootId(ctx);
    const subject = { name: "Campaign", id, organisationId: rootId, state: campaign.state } as const;
    return ok({ subject, loaded: { campaign, rootId } });
  },
  async handle(ctx, { to, expectedVersion, reason = null, closesAt }, { campaign: before, rootId }) {
    const current = sameVersion("campaign", before, expectedVersion);
    if (!current.ok) return current;
    const told = to === "open" && closesAt ? { ...before, closesAt } : before;
    const allowed = guarded(campaignConditions(told, to, ctx.clock.now()));
    if (!allowed.ok) return allowed;
    const after: Campaign = { ...told, state: to, version: before.version + 1 };
    if (!(await ports.campaigns.update(ctx, after))) return refuse(changed("campaign", expectedVersion));
    return ok({ value: after, event: campaignMove(before, after, rootId, reason) });
  },
});

/** A campaign's step as the journal keeps it. */
export function campaignMove(
  before: Campaign,
  after: Campaign,
  rootId: string,
  reason: string | null,
): GovernanceEventDraft {
  const seen = (campaign: Campaign) => ({
    state: campaign.state,
    closesAt: campaign.closesAt.toISOString(),
    version: campaign.version,
  });
  const data = { before: seen(before), after: seen(after), reason };
  return { organisationId: rootId, subjectType: "Campaign", subjectId: after.id, data };
}
