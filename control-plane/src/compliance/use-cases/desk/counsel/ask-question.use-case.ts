import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { invalidInput, notFound } from "../../../../kernel/refusal.js";
import { ok, refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { RegistryPorts } from "../../../../registry/index.js";
import { dueOn, QUESTION_TOPICS, type Question } from "../../../domain/desk/counsel/question.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, line, text } from "../desk.input.js";
import { storeFirst } from "../desk-records.js";
import { questionDesk } from "./counsel-desks.js";

export const askQuestionInput = z.object({
  organisationId: id,
  useCaseId: id.nullish(),
  topic: z.enum(QUESTION_TOPICS),
  title: line,
  question: text,
});
export type AskQuestionInput = z.infer<typeof askQuestionInput>;
type Ports = Pick<DeskPorts, "questions"> & { readonly registry: Pick<RegistryPorts, "useCases" | "organisations"> };

/** A ministry asks the compliance cell, about one of its use cases or in general. */
export const askQuestion = (ports: Ports): UseCase<AskQuestionInput, null, Question> => ({
  name: "compliance.ask-question",
  action: "declare",
  input: zodSchema(askQuestionInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.registry.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Question", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { useCaseId, ...said }) {
    const useCase = useCaseId == null ? null : await ports.registry.useCases.find(ctx, useCaseId);
    if (useCaseId != null && useCase === null) return refuse(notFound("use_case", useCaseId));
    if (useCase !== null && useCase.organisationId !== said.organisationId)
      return refuse(invalidInput([{ path: "useCaseId", message: "The use case belongs to another body." }]));
    const question: Question = {
      ...said,
      id: ctx.ids.next(),
      version: 1,
      useCaseId: useCase?.id ?? null,
      answer: null,
      rules: [],
      state: "open",
      askedBy: actorRef(ctx.actor),
      askedAt: ctx.clock.now(),
      dueOn: dueOn(said.topic, parisDay(ctx.clock.now())),
      answeredBy: null,
      answeredAt: null,
      doctrineId: null,
    };
    return storeFirst(questionDesk(ports), ctx, question, { topic: question.topic, dueOn: question.dueOn });
  },
});
