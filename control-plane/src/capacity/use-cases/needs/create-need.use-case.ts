import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Done, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import { readNeed } from "../../domain/need/read-need.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { cells, id, idempotencyKey } from "../capacity.input.js";
import { issuesOf } from "../field-issues.js";
import { createdMeanwhile } from "../same-version.js";
import { recordStep } from "../submissions/record-step.js";
import { guarded, loadAsked } from "../submissions/submission-access.js";
import { useCaseIssue } from "./need-issues.js";
import { freshNeed } from "./fresh-need.js";

export const createNeedInput = z.object({ campaignId: id, organisationId: id, cells, idempotencyKey });
export type CreateNeedInput = z.infer<typeof createNeedInput>;

/** A ministry asks for compute in a campaign: one need, of one use case where it has one. */
export const createNeed = (ports: CapacityPorts): UseCase<CreateNeedInput, Campaign, CapacityNeed> => ({
  name: "capacity.create-need",
  action: "declare",
  input: zodSchema(createNeedInput),
  async load(ctx, { campaignId, organisationId }) {
    const asked = await loadAsked(ports, ctx, campaignId, organisationId);
    if (!asked.ok) return asked;
    return ok({ subject: { name: "CapacityNeed", id: null, organisationId }, loaded: asked.value });
  },
  async handle(ctx, { organisationId, cells, idempotencyKey = null }, campaign) {
    const read = readNeed(needTemplate(campaign.quarters), campaign.quarters, cells);
    if (!read.ok) return refuse(invalidInput(issuesOf(read.refusal, "cells")));
    const issue = await useCaseIssue(ports, ctx, organisationId, read.value);
    if (issue !== null) return refuse(invalidInput(issuesOf([issue], "cells")));
    const again = idempotencyKey && (await ports.needs.findCreated(ctx, actorRef(ctx.actor), idempotencyKey));
    if (again) return createdAgain(again, campaign.id, organisationId, read.value);
    const open = guarded([answersTaken(campaign, ctx.clock.now())]);
    if (!open.ok) return open;
    const { reference } = read.value;
    if ((await ports.needs.findByReference(ctx, campaign.id, organisationId, [reference])).length > 0)
      return refuse(conflict("need.reference_taken", `The organisation has a need ${reference} in this campaign.`));
    const need = freshNeed(ctx, campaign, organisationId, read.value);
    if (!(await ports.needs.insert(ctx, need, idempotencyKey))) return refuse(createdMeanwhile("need"));
    return ok({ value: need, event: await recordStep(ports.journal, ctx, "need", null, need, null, { reference }) });
  },
});

/** The same key answers the same; for another need it is a mistake of the client. */
function createdAgain(
  need: CapacityNeed,
  campaignId: string,
  organisationId: string,
  content: NeedContent,
): Result<Done<CapacityNeed>> {
  const same = need.campaignId === campaignId && need.organisationId === organisationId;
  if (!same || need.reference !== content.reference)
    return refuse(conflict("idempotency.key_reused", "This key created something else before."));
  const data = { campaignId, repeated: true };
  return ok({ value: need, event: { organisationId, subjectType: "CapacityNeed", subjectId: need.id, data } });
}
