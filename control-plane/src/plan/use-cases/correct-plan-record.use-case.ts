import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { corrected, type PlanRecord } from "../domain/plan-record.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, reason, version, words, wordsOf } from "./plan-record.input.js";
import { changedFields, loadRecord, storeNext } from "./recorded.js";

export const correctPlanRecordInput = z.object({ id, version, ...words, reason });

/** Corrects what a record says, until it has ended; who corrects it answers for the whole of it. */
export const correctPlanRecord = (
  ports: Pick<PlanPorts, "records">,
): UseCase<z.output<typeof correctPlanRecordInput>, PlanRecord, PlanRecord> => ({
  name: "plan.correct-record",
  action: "update",
  input: zodSchema(correctPlanRecordInput),
  load: (ctx, { id: of }) => loadRecord(ports, ctx, of),
  handle(ctx, { version: seen, reason: why, ...said }, before) {
    const next = corrected(before, wordsOf(said, before.invented), actorRef(ctx.actor), ctx.clock.now());
    const fields = next.ok ? changedFields(before, next.value) : [];
    return storeNext(ports, ctx, seen, before, next, { title: before.title, fields, reason: why });
  },
});
