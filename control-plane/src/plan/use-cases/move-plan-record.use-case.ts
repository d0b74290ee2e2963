import { z } from "zod";
import { conflict } from "../../kernel/refusal.js";
import { refuse } from "../../kernel/result.js";
import { CHANGED, loadRecord, storeNext } from "../../kernel/stored-record.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { isDecided, moved, type PlanRecord } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, reason, version } from "./plan-record.input.js";

export const movePlanRecordInput = z.object({ id, version, to: z.string().min(1).max(40), reason });

/**
 * Takes a record along its life.
 * @param action `validate` towards a state that somebody else than its author decides on, `update` towards the others
 */
export const movePlanRecord = (
  ports: Pick<PlanPorts, "records">,
  action: "update" | "validate",
): UseCase<z.output<typeof movePlanRecordInput>, PlanRecord, PlanRecord> => ({
  name: "plan.move-record",
  action,
  input: zodSchema(movePlanRecordInput),
  load: (ctx, { id: of }) => loadRecord(ports.records, ctx, ({ kind }) => planSubject(kind), "plan_record", of),
  async handle(ctx, { version: seen, to, reason: why }, before) {
    if (isDecided(before.kind, to) !== (action === "validate")) return refuse(OTHER_VERB);
    const data = { title: before.title, from: before.state, to, reason: why };
    if (before.version !== seen) return refuse(CHANGED);
    return storeNext(ports.records, ctx, planSubject(before.kind), moved(before, to), data);
  },
});

const OTHER_VERB = conflict(
  "plan.other_verb",
  "Steps that somebody else decides on and steps of its own are two verbs.",
);
