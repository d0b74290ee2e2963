import { planKind } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { digestOf } from "../../kernel/canonical-json.js";
import { conflict, invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { planWords, type PlanRecord } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, kind, words, wordsOf } from "./plan-record.input.js";
import { recorded } from "./recorded.js";

export const importPlanRecordInput = z.object({
  ...{ kind, organisationId: id, ...words, invented: z.boolean(), state: z.string().min(1).max(40) },
  /** Reference of who wrote it; the importing actor when absent. */
  declaredBy: z.string().min(1).max(200).nullish(),
  declaredAt: z.coerce.date(),
});

/**
 * Takes over a record in the state it has elsewhere. Run by the platform only, and again without harm: what says the same
 * stays as it is.
 */
export const importPlanRecord = (
  ports: PlanPorts,
): UseCase<z.output<typeof importPlanRecordInput>, null, PlanRecord> => ({
  name: "plan.import-record",
  action: "manage",
  input: zodSchema(importPlanRecordInput),
  async load(ctx, { kind: of, organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: planSubject(of), id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { kind: of, organisationId, invented, state, declaredBy, declaredAt, ...said }) {
    const written = planWords(of, wordsOf(said, invented));
    if (!written.ok) return written;
    if (!Object.hasOwn(planKind(of).states, state))
      return refuse(invalidInput([{ path: "state", message: "This kind of record has no such state." }]));
    const content = {
      ...written.value,
      kind: of,
      organisationId,
      state,
      declaredBy: declaredBy ?? actorRef(ctx.actor),
      declaredAt,
    };
    const known = (await ports.records.all(ctx)).find(
      (each) => each.kind === of && each.organisationId === organisationId && each.title === content.title,
    );
    if (known !== undefined && sameContent(known, content)) return ok({ ...recorded(known, IMPORTED), repeated: true });
    const record = { ...content, id: known?.id ?? ctx.ids.next(), version: (known?.version ?? 0) + 1 };
    const stored =
      known === undefined ? await ports.records.insert(ctx, record) : await ports.records.update(ctx, record);
    return stored
      ? ok(recorded(record, IMPORTED))
      : refuse(conflict("record.changed", "It changed meanwhile; import it again."));
  },
});

const IMPORTED = { imported: true };

const sameContent = (
  { id: _id, version: _version, ...kept }: PlanRecord,
  content: Omit<PlanRecord, "id" | "version">,
) => digestOf(JSON.parse(JSON.stringify(kept))) === digestOf(JSON.parse(JSON.stringify(content)));
