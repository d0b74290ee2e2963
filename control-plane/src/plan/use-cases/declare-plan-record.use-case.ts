import { planKind } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import { recorded } from "../../kernel/stored-record.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { planWords, type PlanRecord } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, kind, words, wordsOf } from "./plan-record.input.js";

export const declarePlanRecordInput = z.object({ kind, organisationId: id, ...words });

/** Writes down something that the plan names: a deadline, a partnership, a decision to build or to buy… */
export const declarePlanRecord = (
  ports: PlanPorts,
): UseCase<z.output<typeof declarePlanRecordInput>, null, PlanRecord> => ({
  name: "plan.declare-record",
  action: "declare",
  input: zodSchema(declarePlanRecordInput),
  async load(ctx, { kind: of, organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: planSubject(of), id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { kind: of, organisationId, ...said }) {
    const written = planWords(of, wordsOf(said));
    if (!written.ok) return written;
    const state = Object.keys(planKind(of).states)[0] ?? "";
    const by = { declaredBy: actorRef(ctx.actor), declaredAt: ctx.clock.now() };
    const record: PlanRecord = {
      ...written.value,
      ...{ id: ctx.ids.next(), version: 1, kind: of, organisationId, state },
      ...by,
    };
    if (!(await ports.records.insert(ctx, record)))
      return refuse(conflict("plan.known_already", "This body has a record of this kind and title already."));
    return ok(recorded(planSubject(of), record, { title: record.title, dueOn: record.dueOn, state }));
  },
});
