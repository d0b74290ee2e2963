import { planKind } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { importRecord } from "../../kernel/import-record.js";
import { invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import { planWords, type PlanRecord } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";
import { id, kind, words, wordsOf } from "./plan-record.input.js";

const input = z.object({
  ...{ kind, organisationId: id, ...words, invented: z.boolean(), state: z.string().min(1).max(40) },
  /** Reference of who wrote it; the importing actor when absent. */
  declaredBy: z.string().min(1).max(200).nullish(),
  declaredAt: z.coerce.date(),
});

/** Takes over a record of the plan from a seed file or an export. */
export const importPlanRecord = ({ records, organisations }: PlanPorts) =>
  importRecord<z.output<typeof input>, PlanRecord>({
    ...{ name: "plan.import-record", subject: ({ kind: of }) => planSubject(of), input, store: records },
    organisationOf: async (ctx, { organisationId }) =>
      (await organisations.exists(ctx, organisationId))
        ? ok(organisationId)
        : refuse(notFound("organisation", organisationId)),
    same: (known, made) =>
      known.kind === made.kind && known.organisationId === made.organisationId && known.title === made.title,
    made(ctx, { kind: of, organisationId, invented, state, declaredBy, declaredAt, ...said }) {
      const written = planWords(of, wordsOf(said, invented));
      if (!written.ok) return Promise.resolve(written);
      if (!Object.hasOwn(planKind(of).states, state)) return Promise.resolve(refuse(NO_SUCH_STATE));
      const by = { declaredBy: declaredBy ?? actorRef(ctx.actor), declaredAt };
      return Promise.resolve(ok({ ...written.value, kind: of, organisationId, state, ...by }));
    },
  });

const NO_SUCH_STATE = invalidInput([{ path: "state", message: "This kind of record has no such state." }]);
