import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { stepConditions } from "../../domain/submission/step-guards.js";
import { moved, STEP_RULES, type SubmissionStep } from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { expectedVersion, id, reason } from "../capacity.input.js";
import { changed, sameVersion } from "../same-version.js";
import { recordStep } from "./record-step.js";
import { campaignOf, guarded, submissionSubject } from "./submission-access.js";

export const moveNeedInput = z.object({ id, expectedVersion, reason });
export type MoveNeedInput = z.infer<typeof moveNeedInput>;

/** One step of a need's life, by the right that the step asks for. */
export const moveNeed = (
  ports: CapacityPorts,
  step: SubmissionStep,
): UseCase<MoveNeedInput, CapacityNeed, CapacityNeed> => ({
  name: `capacity.${step.replaceAll("_", "-")}-need`,
  action: STEP_RULES[step].right,
  input: zodSchema(moveNeedInput),
  async load(ctx, { id }) {
    const loaded = await ports.needs.find(ctx, id);
    if (loaded === null) return refuse(notFound("need", id));
    return ok({ subject: submissionSubject("need", loaded), loaded });
  },
  async handle(ctx, { expectedVersion, reason = null }, before) {
    const current = sameVersion("need", before, expectedVersion);
    if (!current.ok) return current;
    const campaign = await campaignOf(ports, ctx, before);
    const facts = { target: "need", submission: before, campaign, reason, at: ctx.clock.now() } as const;
    const allowed = guarded(stepConditions(step, facts));
    if (!allowed.ok) return allowed;
    const after = moved(before, STEP_RULES[step].to, facts.at);
    if (!(await ports.needs.update(ctx, after))) return refuse(changed("need", expectedVersion));
    return ok({ value: after, event: await recordStep(ports.journal, ctx, "need", before, after, reason) });
  },
});
