import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { refuse } from "../../kernel/result.js";
import { CHANGED, loadRecord, storeNext } from "../../kernel/stored-record.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { changedFields, corrected, type PlanRecord } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, reason, version, words, wordsOf } from "./plan-record.input.js";

export const correctPlanRecordInput = z.object({ id, version, ...words, reason });

/** Corrects what a record says, until it has ended; who corrects it answers for the whole of it. */
export const correctPlanRecord = (
  ports: Pick<PlanPorts, "records">,
): UseCase<z.output<typeof correctPlanRecordInput>, PlanRecord, PlanRecord> => ({
  name: "plan.correct-record",
  action: "update",
  input: zodSchema(correctPlanRecordInput),
  load: (ctx, { id: of }) => loadRecord(ports.records, ctx, ({ kind }) => planSubject(kind), "plan_record", of),
  async handle(ctx, { version: seen, reason: why, ...said }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const next = corrected(before, wordsOf(said, before.invented), actorRef(ctx.actor), ctx.clock.now());
    const fields = next.ok ? changedFields(before, next.value) : [];
    return storeNext(ports.records, ctx, planSubject(before.kind), next, { title: before.title, fields, reason: why });
  },
});
