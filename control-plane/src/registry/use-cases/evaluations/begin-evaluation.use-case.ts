import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadRecord, storeNext } from "../../../kernel/stored-record.js";
import { begun, type Evaluation } from "../../domain/evaluations/evaluation.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";

const input = z.object({ id });
export type BeginEvaluationInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "evaluations">;

/** The evaluation collects its first answers. */
export const beginEvaluation = (ports: Ports): UseCase<BeginEvaluationInput, Evaluation, Evaluation> => ({
  name: "registry.begin-evaluation",
  action: "update",
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadRecord(ports.evaluations, ctx, "Evaluation", "evaluation", of),
  handle: (ctx, _input, evaluation) =>
    storeNext(ports.evaluations, ctx, "Evaluation", begun(evaluation), { to: "running" }),
});
