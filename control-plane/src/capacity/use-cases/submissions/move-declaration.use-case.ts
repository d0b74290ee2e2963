import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import { declarationConditions } from "../../domain/declaration/declaration-guards.js";
import { overCommittedLines } from "../../domain/declaration/over-commitment.js";
import { stepConditions } from "../../domain/submission/step-guards.js";
import { moved, STEP_RULES, type SubmissionStep } from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { expectedVersion, id, reason } from "../capacity.input.js";
import { changed, sameVersion } from "../same-version.js";
import { recordStep } from "./record-step.js";
import { campaignOf, guarded, submissionSubject } from "./submission-access.js";

export const moveDeclarationInput = z.object({
  id,
  expectedVersion,
  reason,
  /** Why more GPUs may be promised than there are; the validator answers for it. */
  overCommitmentReason: z
    .string()
    .trim()
    .min(10)
    .max(2000)
    .nullish()
    .describe("Why more GPUs may be promised than there are."),
});
export type MoveDeclarationInput = z.infer<typeof moveDeclarationInput>;

/** One step of a declaration's life, by the right that the step asks for. */
export const moveDeclaration = (
  ports: CapacityPorts,
  step: SubmissionStep,
): UseCase<MoveDeclarationInput, CapacityDeclaration, CapacityDeclaration> => ({
  name: `capacity.${step.replaceAll("_", "-")}-declaration`,
  action: STEP_RULES[step].right,
  input: zodSchema(moveDeclarationInput),
  async load(ctx, { id }) {
    const loaded = await ports.declarations.find(ctx, id);
    if (loaded === null) return refuse(notFound("declaration", id));
    return ok({ subject: submissionSubject("declaration", loaded), loaded });
  },
  async handle(ctx, { expectedVersion, reason = null, overCommitmentReason }, before) {
    const current = sameVersion("declaration", before, expectedVersion);
    if (!current.ok) return current;
    const answered =
      step === "validate" && overCommitmentReason
        ? { ...before, overCommitment: { approvedBy: actorRef(ctx.actor), reason: overCommitmentReason } }
        : before;
    const allowed = guarded(await conditionsOf(ports, ctx, step, answered, reason));
    if (!allowed.ok) return allowed;
    const after = moved(answered, STEP_RULES[step].to as CapacityDeclaration["state"], ctx.clock.now());
    if (step === "accept" && after.supersedes !== null) await supersede(ports, ctx, after.supersedes);
    if (!(await ports.declarations.update(ctx, after))) return refuse(changed("declaration", expectedVersion));
    const details = { gpus: after.gpuCount, lines: after.lineCount, overCommitment: after.overCommitment };
    return ok({
      value: after,
      event: await recordStep(ports.journal, ctx, "declaration", before, after, reason, details),
    });
  },
});

async function conditionsOf(
  ports: CapacityPorts,
  ctx: Context,
  step: SubmissionStep,
  declaration: CapacityDeclaration,
  reason: string | null,
) {
  const campaign = await campaignOf(ports, ctx, declaration);
  const lines = step === "validate" ? await ports.declarations.linesAt(ctx, declaration.id, declaration.version) : [];
  return [
    ...stepConditions(step, { target: "declaration", submission: declaration, campaign, reason, at: ctx.clock.now() }),
    ...declarationConditions(step, declaration, overCommittedLines(lines)),
  ];
}

/** What was accepted before gives way in the same transaction. */
async function supersede(ports: CapacityPorts, ctx: Context, id: string): Promise<void> {
  const before = await ports.declarations.find(ctx, id);
  if (before?.state !== "accepted") return;
  const after = moved(before, "superseded", ctx.clock.now());
  await ports.declarations.update(ctx, after);
  await recordStep(ports.journal, ctx, "declaration", before, after, null);
}
