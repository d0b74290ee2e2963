import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import type { JobQueue } from "../../../kernel/job-queue.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { CampaignRepository } from "../../ports/campaign-repository.port.js";
import { id } from "../capacity.input.js";
import { guarded } from "../submissions/submission-access.js";
import { subjectOf, type ConsolidationPorts } from "./consolidation.input.js";

const input = z.object({ campaignId: id });
type Ports = ConsolidationPorts & { readonly campaigns: CampaignRepository; readonly queue: JobQueue };

/** The job of the queue that computes one. */
export const COMPUTE_CONSOLIDATION = "capacity.compute-consolidation";

/** Asks for a campaign to be added up; the work itself follows, and tells how far it is. */
export const requestConsolidation = (
  ports: Ports,
): UseCase<z.infer<typeof input>, { readonly campaign: Campaign; readonly rootId: string }, Consolidation> => ({
  name: "capacity.request-consolidation",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { campaignId }) {
    const campaign = await ports.campaigns.find(ctx, campaignId);
    if (campaign === null) return refuse(notFound("campaign", campaignId));
    const rootId = await ports.organisations.rootId(ctx);
    return ok({ subject: subjectOf(null, rootId), loaded: { campaign, rootId } });
  },
  async handle(ctx, _, { campaign, rootId }) {
    const allowed = guarded([
      {
        code: "campaign.capacity",
        met: campaign.kind === "capacity",
        message: "The campaign asks for capacities and needs.",
      },
      { code: "campaign.opened", met: campaign.state !== "draft", message: "The campaign has been opened." },
    ]);
    if (!allowed.ok) return allowed;
    const consolidation: Consolidation = {
      id: ctx.ids.next(),
      campaignId: campaign.id,
      state: "computing",
      progress: 0,
      inputDigest: null,
      reportDigest: null,
      failure: null,
      requestedBy: actorRef(ctx.actor),
      requestedAt: ctx.clock.now(),
      computedAt: null,
      reviewedBy: null,
      publishedBy: null,
      publishedAt: null,
      supplier: null,
      version: 1,
    };
    if (!(await ports.consolidations.insert(ctx, consolidation)))
      return refuse(conflict("consolidation.computing", "A consolidation of this campaign is being computed."));
    await ports.queue.send(ctx, COMPUTE_CONSOLIDATION, consolidation.id);
    const data = { before: null, after: { state: "computing", campaignId: campaign.id } };
    return ok({
      value: consolidation,
      event: { organisationId: rootId, subjectType: "Consolidation", subjectId: consolidation.id, data },
    });
  },
});
