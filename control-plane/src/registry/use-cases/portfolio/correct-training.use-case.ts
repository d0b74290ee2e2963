import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CHANGED, loadRecord, storeNext } from "../../../kernel/stored-record.js";
import type { TrainingDeclaration } from "../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason, version } from "../use-case.input.js";

const count = z.number().int().min(0).max(10_000_000);
export const correctTrainingInput = z.object({ id, version, trained: count, target: count.nullish(), reason });
export type CorrectTrainingInput = z.infer<typeof correctTrainingInput>;
type Ports = Pick<RegistryPorts, "trainings">;

/** A body corrects its counts, on the version it looked at; what was validated has to be validated again. */
export const correctTraining = (
  ports: Ports,
): UseCase<CorrectTrainingInput, TrainingDeclaration, TrainingDeclaration> => ({
  name: "registry.correct-training",
  action: "update",
  input: zodSchema(correctTrainingInput),
  load: (ctx, { id: of }) => loadRecord(ports.trainings, ctx, "Training", "training", of),
  async handle(ctx, { version: seen, trained, target, reason: why }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const next: TrainingDeclaration = {
      ...before,
      trained,
      target: target ?? null,
      state: "declared",
      declaredBy: actorRef(ctx.actor),
      version: before.version + 1,
    };
    return storeNext(ports.trainings, ctx, "Training", ok(next), { from: before.trained, to: trained, reason: why });
  },
});
