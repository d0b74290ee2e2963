import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CAMPAIGN_KINDS, type Campaign } from "../../domain/campaign/campaign.js";
import { quarterOf, quartersFrom, type Quarter } from "../../domain/campaign/quarter.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { id, idempotencyKey } from "../capacity.input.js";
import { createdMeanwhile } from "../same-version.js";

const quarter = z
  .string()
  .refine((text) => quarterOf(text) !== null, "A quarter such as 2026Q4.")
  .transform((text) => text as Quarter);

export const createCampaignInput = z
  .object({
    name: z.string().trim().min(3).max(120),
    kind: z.enum(CAMPAIGN_KINDS),
    opensAt: z.date(),
    closesAt: z.date(),
    scope: z.array(id).max(500).default([]),
    firstQuarter: quarter.describe("Such as 2026Q4."),
    quarterCount: z.number().int().min(1).max(12),
    reminderDays: z.array(z.number().int().min(0).max(365)).max(10).default([30, 7, 1]),
    idempotencyKey,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ["closesAt"], message: "It ends after it opens." });
export type CreateCampaignInput = z.infer<typeof createCampaignInput>;

/** ARIANE prepares a campaign; ministries hear of it once it is open. */
export const createCampaign = (
  ports: Pick<CapacityPorts, "campaigns" | "organisations">,
): UseCase<CreateCampaignInput, string, Campaign> => ({
  name: "capacity.create-campaign",
  action: "manage",
  input: zodSchema(createCampaignInput),
  async load(ctx) {
    const rootId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Campaign", id: null, organisationId: rootId }, loaded: rootId });
  },
  async handle(ctx, { firstQuarter, quarterCount, idempotencyKey = null, ...told }, rootId) {
    const by = actorRef(ctx.actor);
    const again = idempotencyKey && (await ports.campaigns.findCreated(ctx, by, idempotencyKey));
    if (again && again.name !== told.name)
      return refuse(conflict("idempotency.key_reused", "This key created something else before."));
    const campaign: Campaign = again || {
      ...told,
      id: ctx.ids.next(),
      state: "draft",
      scope: [...new Set(told.scope)],
      reminderDays: [...new Set(told.reminderDays)].sort((a, b) => b - a),
      quarters: quartersFrom(firstQuarter, quarterCount),
      templateVersion: DECLARATION_TEMPLATE.version,
      createdBy: by,
      createdAt: ctx.clock.now(),
      version: 1,
    };
    if (!again && !(await ports.campaigns.insert(ctx, campaign, idempotencyKey)))
      return refuse(createdMeanwhile("campaign"));
    const data = { before: null, after: { state: campaign.state, version: 1 }, repeated: Boolean(again) };
    return ok({
      value: campaign,
      event: { organisationId: rootId, subjectType: "Campaign", subjectId: campaign.id, data },
    });
  },
});
