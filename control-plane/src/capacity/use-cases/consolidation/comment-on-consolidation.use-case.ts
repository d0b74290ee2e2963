import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { REPORT_PARTS, type ConsolidationComment } from "../../domain/consolidation/consolidation-comment.js";
import type { ConsolidationComments } from "../../ports/consolidation/consolidation-comments.port.js";
import { id } from "../capacity.input.js";
import { loadConsolidation, type ConsolidationPorts, type LoadedConsolidation } from "./consolidation.input.js";

const input = z.object({
  id,
  part: z
    .enum(REPORT_PARTS)
    .nullish()
    .transform((part) => part ?? null),
  body: z.string().trim().min(1).max(4000),
});
export type CommentOnConsolidationInput = z.output<typeof input>;

/** A remark on what was computed, for those who review, publish and share out; the journal names the report it is on. */
export const commentOnConsolidation = (
  ports: ConsolidationPorts & { readonly comments: ConsolidationComments },
): UseCase<CommentOnConsolidationInput, LoadedConsolidation, ConsolidationComment> => ({
  name: "capacity.comment-on-consolidation",
  action: "comment",
  input: zodSchema(input),
  load: (ctx, { id }) => loadConsolidation(ports, ctx, { id }),
  async handle(ctx, { part, body }, { consolidation, rootId }) {
    if (consolidation.reportDigest === null) return refuse(NOT_COMPUTED);
    const comment: ConsolidationComment = {
      ...{ id: ctx.ids.next(), consolidationId: consolidation.id, at: ctx.clock.now(), by: actorRef(ctx.actor) },
      ...{ part, body },
    };
    await ports.comments.add(ctx, comment);
    const data = { commentId: comment.id, part, reportDigest: consolidation.reportDigest };
    const event = { organisationId: rootId, subjectType: "Consolidation", subjectId: consolidation.id, data } as const;
    return ok({ value: comment, event });
  },
});

const NOT_COMPUTED = conflict(
  "consolidation.not_computed",
  "There is nothing to comment on: wait until it is computed, or have another one computed.",
);
