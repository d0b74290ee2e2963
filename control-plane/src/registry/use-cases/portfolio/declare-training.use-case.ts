import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { TrainingDeclaration } from "../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";

const count = z.number().int().min(0).max(10_000_000);
export const declareTrainingInput = z.object({
  organisationId: id,
  year: z.number().int().min(2020).max(2100),
  programme: z.string().trim().min(2).max(200),
  audience: z.string().trim().min(2).max(200),
  trained: count,
  target: count.nullish(),
  source: z.string().trim().min(2).max(400).nullish(),
});
export type DeclareTrainingInput = z.infer<typeof declareTrainingInput>;
type Ports = Pick<RegistryPorts, "trainings" | "organisations">;

/** A body says how many of its agents a programme trained in a year; said once for each programme and year. */
export const declareTraining = (ports: Ports): UseCase<DeclareTrainingInput, null, TrainingDeclaration> => ({
  name: "registry.declare-training",
  action: "declare",
  input: zodSchema(declareTrainingInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Training", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { target, source, ...said }) {
    const training: TrainingDeclaration = {
      ...said,
      id: ctx.ids.next(),
      version: 1,
      target: target ?? null,
      source: source ?? null,
      state: "declared",
      declaredBy: actorRef(ctx.actor),
      declaredAt: ctx.clock.now(),
    };
    if (!(await ports.trainings.insert(ctx, training)))
      return refuse(conflict("training.declared", "This programme is declared for that year already; correct it."));
    const { year, programme, trained } = training;
    return ok(recorded("Training", training, { year, programme, trained }));
  },
});
