import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { needCompleteness, readNeed } from "../../domain/need/read-need.js";
import { editable } from "../../domain/submission/step-guards.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { cells, expectedVersion, id } from "../capacity.input.js";
import { issuesOf } from "../field-issues.js";
import { changed, sameVersion } from "../same-version.js";
import { recordStep } from "../submissions/record-step.js";
import { campaignOf, guarded, submissionSubject } from "../submissions/submission-access.js";
import { useCaseIssue } from "./need-issues.js";

export const changeNeedInput = z.object({ id, expectedVersion, cells });
export type ChangeNeedInput = z.infer<typeof changeNeedInput>;

/** Writes the whole content of a need that is a draft or came back; its reference stays what it is. */
export const changeNeed = (ports: CapacityPorts): UseCase<ChangeNeedInput, CapacityNeed, CapacityNeed> => ({
  name: "capacity.change-need",
  action: "declare",
  input: zodSchema(changeNeedInput),
  async load(ctx, { id }) {
    const loaded = await ports.needs.find(ctx, id);
    if (loaded === null) return refuse(notFound("need", id));
    return ok({ subject: submissionSubject("need", loaded), loaded });
  },
  async handle(ctx, { expectedVersion, cells }, before) {
    const current = sameVersion("need", before, expectedVersion);
    if (!current.ok) return current;
    const campaign = await campaignOf(ports, ctx, before);
    const allowed = guarded([editable(before), answersTaken(campaign, ctx.clock.now())]);
    if (!allowed.ok) return allowed;
    const read = readNeed(needTemplate(campaign.quarters), campaign.quarters, cells);
    if (!read.ok) return refuse(invalidInput(issuesOf(read.refusal, "cells")));
    const issue = await useCaseIssue(ports, ctx, before.organisationId, read.value);
    if (issue !== null) return refuse(invalidInput(issuesOf([issue], "cells")));
    if (read.value.reference !== before.reference)
      return refuse(conflict("need.reference_fixed", `The need stays ${before.reference}; create another one.`));
    const after: CapacityNeed = {
      ...before,
      ...read.value,
      declaredBy: actorRef(ctx.actor),
      updatedAt: ctx.clock.now(),
      version: before.version + 1,
      completeness: needCompleteness(campaign.quarters, read.value),
    };
    if (!(await ports.needs.update(ctx, after))) return refuse(changed("need", expectedVersion));
    const details = { reference: after.reference };
    return ok({ value: after, event: await recordStep(ports.journal, ctx, "need", before, after, null, details) });
  },
});
