import { refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CHANGED, loadRecord, storeNext } from "../../../kernel/stored-record.js";
import { validated, type TrainingDeclaration } from "../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { idAndVersion, type IdAndVersion } from "../use-case.input.js";

type Ports = Pick<RegistryPorts, "trainings">;

/** Somebody else of the body vouches for its counts, on the version they looked at. */
export const validateTraining = (ports: Ports): UseCase<IdAndVersion, TrainingDeclaration, TrainingDeclaration> => ({
  name: "registry.validate-training",
  action: "validate",
  input: zodSchema(idAndVersion),
  load: (ctx, { id: of }) => loadRecord(ports.trainings, ctx, "Training", "training", of),
  async handle(ctx, { version: seen }, training) {
    if (training.version !== seen) return refuse(CHANGED);
    return storeNext(ports.trainings, ctx, "Training", validated(training), { to: "validated" });
  },
});
