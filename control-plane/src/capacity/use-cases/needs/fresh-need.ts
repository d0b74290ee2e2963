import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import { needCompleteness } from "../../domain/need/read-need.js";

/** A first draft of a need. */
export function freshNeed(
  ctx: Context,
  campaign: Campaign,
  organisationId: string,
  content: NeedContent,
): CapacityNeed {
  const now = ctx.clock.now();
  return {
    ...content,
    id: ctx.ids.next(),
    campaignId: campaign.id,
    organisationId,
    state: "draft",
    declaredBy: actorRef(ctx.actor),
    createdAt: now,
    updatedAt: now,
    version: 1,
    completeness: needCompleteness(campaign.quarters, content),
  };
}
