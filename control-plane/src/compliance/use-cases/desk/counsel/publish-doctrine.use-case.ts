import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { ok, refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import type { RegistryPorts } from "../../../../registry/index.js";
import { drawnFrom, type DoctrineNote, type Question } from "../../../domain/desk/counsel/question.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, line, rule, text, version } from "../desk.input.js";
import { loadRecord, storeFirst, storeNext } from "../desk-records.js";
import { unknownRule } from "../unknown-rule.js";
import { doctrineDesk, questionDesk } from "./counsel-desks.js";

export const publishDoctrineInput = z.object({
  questionId: id,
  version: version.describe("The version of the question that was looked at."),
  title: line,
  question: text,
  answer: text,
  rules: z.array(rule).min(1, "Doctrine is found by the rules that it is about: name one.").max(20),
});
export type PublishDoctrineInput = z.infer<typeof publishDoctrineInput>;
type Ports = Pick<DeskPorts, "questions" | "doctrine" | "rules"> & {
  readonly registry: Pick<RegistryPorts, "organisations">;
};

/** Draws from an answered question a note that everybody reads, in words that name nobody. */
export const publishDoctrine = (ports: Ports): UseCase<PublishDoctrineInput, Question, DoctrineNote> => ({
  name: "compliance.publish-doctrine",
  action: "publish",
  input: zodSchema(publishDoctrineInput),
  load: (ctx, { questionId }) => loadRecord(questionDesk(ports), ctx, questionId),
  async handle(ctx, { version: seen, questionId, ...said }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const unknown = await unknownRule(ports.rules, ctx, said.rules);
    if (unknown !== undefined) return refuse(notFound("rule", unknown));
    const note: DoctrineNote = {
      ...said,
      rules: [...new Set(said.rules)],
      id: ctx.ids.next(),
      organisationId: await ports.registry.organisations.rootId(ctx),
      version: 1,
      useCaseId: null,
      topic: before.topic,
      state: "published",
      publishedBy: actorRef(ctx.actor),
      publishedAt: ctx.clock.now(),
      withdrawnReason: null,
    };
    const question = await storeNext(questionDesk(ports), ctx, before, drawnFrom(before, note.id));
    if (!question.ok) return question;
    const stored = await storeFirst(doctrineDesk(ports), ctx, note, { rules: note.rules, questionId });
    if (!stored.ok) return stored;
    const caused = [{ useCase: "compliance.close-question", event: question.value.event }];
    return ok({ ...stored.value, caused });
  },
});
