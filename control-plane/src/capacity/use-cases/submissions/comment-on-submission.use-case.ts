import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import {
  SUBJECTS,
  SUBMISSION_TARGETS,
  type Submission,
  type SubmissionComment,
  type SubmissionTarget,
} from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { id } from "../capacity.input.js";
import { submissionSubject } from "./submission-access.js";

export const commentOnSubmissionInput = z.object({
  target: z.enum(SUBMISSION_TARGETS),
  id,
  line: z.string().max(64).nullish(),
  field: z.string().max(64).nullish(),
  body: z.string().trim().min(1).max(4000),
});
export type CommentOnSubmissionInput = z.infer<typeof commentOnSubmissionInput>;

/** A remark for whoever reads the submission after; it changes nothing of it. */
export const commentOnSubmission = (
  ports: CapacityPorts,
): UseCase<CommentOnSubmissionInput, Submission, SubmissionComment> => ({
  name: "capacity.comment-on-submission",
  action: "comment",
  input: zodSchema(commentOnSubmissionInput),
  async load(ctx, { target, id }) {
    const loaded = await findSubmission(ports, ctx, target, id);
    return loaded === null ? refuse(notFound(target, id)) : ok({ subject: submissionSubject(target, loaded), loaded });
  },
  async handle(ctx, { target, line = null, field = null, body }, on) {
    const comment: SubmissionComment = {
      id: ctx.ids.next(),
      target,
      submissionId: on.id,
      organisationId: on.organisationId,
      at: ctx.clock.now(),
      by: actorRef(ctx.actor),
      version: on.version,
      line,
      field,
      body,
    };
    await ports.journal.appendComment(ctx, comment);
    const data = { commentId: comment.id, version: on.version, line, field };
    return ok({
      value: comment,
      event: { organisationId: on.organisationId, subjectType: SUBJECTS[target], subjectId: on.id, data },
    });
  },
});

const findSubmission = (
  ports: CapacityPorts,
  ctx: Context,
  target: SubmissionTarget,
  id: string,
): Promise<Submission | null> => (target === "declaration" ? ports.declarations : ports.needs).find(ctx, id);
