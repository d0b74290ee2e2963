import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { invalidInput } from "../../../../kernel/refusal.js";
import { ok, refuse } from "../../../../kernel/result.js";
import type { Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import { REVIEW_OPINIONS, stateOf, type Review } from "../../../domain/desk/counsel/review.js";
import { next } from "../../../domain/desk/desk-record.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id as recordId, line, text } from "../desk.input.js";
import { loadUseCaseFor, storeFirst } from "../desk-records.js";
import { reviewDesk } from "./counsel-desks.js";

/** What a favourable opinion is bound to, and by when. */
export const condition = z.object({ text: line, dueOn: day });
export const reviewUseCaseInput = z
  .object({
    useCaseId: recordId,
    opinion: z.enum(REVIEW_OPINIONS),
    summary: text,
    conditions: z.array(condition).max(30),
  })
  .refine(({ opinion, conditions }) => (opinion === "with_reserves") === conditions.length > 0, {
    path: ["conditions"],
    message: "An opinion with reserves names its conditions, the others have none.",
  });
export type ReviewUseCaseInput = z.infer<typeof reviewUseCaseInput>;
type Ports = Pick<DeskPorts, "reviews"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/** The compliance cell gives its opinion of a use case; the one before it is superseded. */
export const reviewUseCase = (ports: Ports): UseCase<ReviewUseCaseInput, AiUseCase, Review> => ({
  name: "compliance.review-use-case",
  action: "review",
  input: zodSchema(reviewUseCaseInput),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Review", ports.registry, ctx, useCaseId),
  async handle(ctx, { opinion, summary, conditions: asked }, useCase) {
    const today = parisDay(ctx.clock.now());
    const past = asked.findIndex(({ dueOn }) => dueOn < today);
    if (past !== -1)
      return refuse(invalidInput([{ path: `conditions.${String(past)}.dueOn`, message: "That day is past." }]));
    const id = ctx.ids.next();
    const conditions = asked.map((each) => ({ ...each, id: ctx.ids.next(), met: null }));
    const review: Review = {
      id,
      organisationId: useCase.organisationId,
      version: 1,
      useCaseId: useCase.id,
      ...{ opinion, summary, conditions, state: stateOf(conditions) },
      reviewedBy: actorRef(ctx.actor),
      reviewedAt: ctx.clock.now(),
    };
    const before = await supersede(ports, ctx, useCase.id);
    const stored = await storeFirst(reviewDesk(ports), ctx, review, { opinion, before, useCase: useCase.slug });
    return stored.ok ? ok(stored.value) : stored;
  },
});

/** The opinion that stood until now; `null` when this is the first. */
async function supersede({ reviews }: Ports, ctx: Context, useCaseId: string): Promise<string | null> {
  const standing = (await reviews.ofUseCases(ctx, [useCaseId])).filter(({ state }) => state !== "superseded");
  for (const each of standing) await reviews.update(ctx, next(each, { state: "superseded" }));
  return standing[0]?.opinion ?? null;
}
