import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { conditionMet, type Review } from "../../../domain/desk/counsel/review.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, text, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { reviewDesk } from "./counsel-desks.js";

export const meetConditionInput = z.object({ reviewId: id, version, conditionId: id, proof: text });
export type MeetConditionInput = z.infer<typeof meetConditionInput>;

/** The compliance cell takes note that a condition of its opinion is met, and of what shows it. */
export const meetCondition = (ports: Pick<DeskPorts, "reviews">): UseCase<MeetConditionInput, Review, Review> => ({
  name: "compliance.meet-condition",
  action: "update",
  input: zodSchema(meetConditionInput),
  load: (ctx, { reviewId }) => loadRecord(reviewDesk(ports), ctx, reviewId),
  async handle(ctx, { version: seen, conditionId, proof }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const met = { on: parisDay(ctx.clock.now()), by: actorRef(ctx.actor), proof };
    return storeNext(reviewDesk(ports), ctx, before, conditionMet(before, conditionId, met), { conditionId });
  },
});
