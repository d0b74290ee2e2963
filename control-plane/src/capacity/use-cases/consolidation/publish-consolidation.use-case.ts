import { actorRef } from "../../../kernel/actor.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { CausedEvent, Context, UseCase } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { CampaignRepository } from "../../ports/campaign-repository.port.js";
import { campaignMove } from "../campaigns/transition-campaign.use-case.js";
import { changed } from "../same-version.js";
import { guarded } from "../submissions/submission-access.js";
import {
  loadConsolidation,
  stepInput,
  type ConsolidationPorts,
  type LoadedConsolidation,
  type StepInput,
} from "./consolidation.input.js";
import { moveConsolidation } from "./move-consolidation.js";

type Ports = ConsolidationPorts & { readonly campaigns: CampaignRepository };

/**
 * Lets ministries and suppliers read it; by somebody else than who reviewed it, and once a campaign, which is consolidated
 * from then on: no answer changes any more.
 */
export const publishConsolidation = (ports: Ports): UseCase<StepInput, LoadedConsolidation, Consolidation> => ({
  name: "capacity.publish-consolidation",
  action: "manage",
  input: stepInput,
  load: (ctx, input) => loadConsolidation(ports, ctx, input),
  async handle(ctx, input, loaded) {
    const by = actorRef(ctx.actor);
    const campaign = await ports.campaigns.find(ctx, loaded.consolidation.campaignId);
    if (campaign === null) throw new Error("A consolidation's campaign is not to be found.");
    const allowed = guarded([
      {
        code: "consolidation.other_person",
        met: loaded.consolidation.reviewedBy !== by,
        message: "Somebody else than its reviewer publishes it.",
      },
      {
        code: "campaign.closed",
        met: campaign.state === "closed" || campaign.state === "consolidated",
        message: "Its campaign is closed: close it first, so that what is published is what was answered.",
      },
    ]);
    if (!allowed.ok) return allowed;
    const published = { state: "published", publishedBy: by, publishedAt: ctx.clock.now() } as const;
    const moved = await moveConsolidation(ports, ctx, input, loaded, published);
    if (!moved.ok) return moved;
    const caused = await consolidated(ctx, ports, campaign, loaded, input.reason ?? null);
    return caused.ok ? ok({ ...moved.value, caused: caused.value }) : caused;
  },
});

/** The campaign is consolidated, in the same transaction; nothing happens to one that is already. */
async function consolidated(
  ctx: Context,
  { campaigns }: Pick<Ports, "campaigns">,
  before: Campaign,
  { rootId }: LoadedConsolidation,
  reason: string | null,
): Promise<Result<readonly CausedEvent[]>> {
  if (before.state === "consolidated") return ok([]);
  const after: Campaign = { ...before, state: "consolidated", version: before.version + 1 };
  if (!(await campaigns.update(ctx, after))) return refuse(changed("campaign", before.version));
  return ok([{ useCase: "capacity.transition-campaign", event: campaignMove(before, after, rootId, reason) }]);
}
