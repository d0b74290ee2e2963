import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { answered, type Question } from "../../../domain/desk/counsel/question.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, rule, text, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { unknownRule } from "../unknown-rule.js";
import { questionDesk } from "./counsel-desks.js";

export const answerQuestionInput = z.object({ id, version, answer: text, rules: z.array(rule).max(20) });
export type AnswerQuestionInput = z.infer<typeof answerQuestionInput>;
type Ports = Pick<DeskPorts, "questions" | "rules">;

/** Whoever is competent answers, and says which rules the answer is about. */
export const answerQuestion = (ports: Ports): UseCase<AnswerQuestionInput, Question, Question> => ({
  name: "compliance.answer-question",
  action: "answer",
  input: zodSchema(answerQuestionInput),
  load: (ctx, given) => loadRecord(questionDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen, answer, rules }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const unknown = await unknownRule(ports.rules, ctx, rules);
    if (unknown !== undefined) return refuse(notFound("rule", unknown));
    const after = answered(before, {
      answer,
      rules: [...new Set(rules)],
      answeredBy: actorRef(ctx.actor),
      answeredAt: ctx.clock.now(),
    });
    return storeNext(questionDesk(ports), ctx, before, after, { rules });
  },
});
