import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import type { Round } from "../../domain/rounds/round.js";
import { OPINION_VERDICTS, type RoundOpinion } from "../../domain/rounds/round-opinion.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound } from "./round-access.js";
import { roundId } from "./round-input.js";

const input = z.object({
  roundId,
  lineId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  verdict: z.enum(OPINION_VERDICTS),
  told: z.string().trim().min(3).max(4000),
});
export type GiveOpinionInput = z.output<typeof input>;

/** What a reviewer thinks of a round or of one of its lines; kept with what is decided. */
export const giveOpinion = (ports: RoundPorts): UseCase<GiveOpinionInput, Round, RoundOpinion> => ({
  name: "allocation.give-opinion",
  action: "comment",
  input: zodSchema(input),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { roundId, lineId, verdict, told }, round) {
    const allowed = mayAct("opine", round);
    if (!allowed.ok) return allowed;
    const line = lineId === null ? null : await ports.rounds.findLine(ctx, lineId);
    if (lineId !== null && line?.roundId !== roundId) return refuse(notFound("round_line", lineId));
    const opinion: RoundOpinion = {
      ...{ id: ctx.ids.next(), roundId, lineId, organisationId: line?.organisationId ?? round.organisationId },
      ...{ by: actorRef(ctx.actor), verdict, told, at: ctx.clock.now() },
    };
    await ports.opinions.add(ctx, opinion);
    const data = { opinionId: opinion.id, lineId, verdict };
    const event = { organisationId: opinion.organisationId, subjectType: "Round", subjectId: roundId, data } as const;
    return ok({ value: opinion, event });
  },
});
