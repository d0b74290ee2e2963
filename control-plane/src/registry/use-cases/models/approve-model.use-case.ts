import { z } from "zod";
import { judgeOne } from "../../../kernel/rule-guard.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { approved } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import { modelForRules } from "../../domain/rule-question.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

const input = z.object({ id, reason });
export type ApproveModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations" | "rules">;

/** ARIANE, by somebody other than whoever proposed it, lets callers have a model. */
export const approveModel = (ports: Ports): UseCase<ApproveModelInput, LoadedModel, Model> => ({
  name: "registry.approve-model",
  action: "grant",
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadModel(ports, ctx, of),
  async handle(ctx, { reason: why }, loaded) {
    const rules = await judgeOne(ports.rules, ctx, { subject: "model", model: modelForRules(loaded.model) });
    return storeModel(ports, ctx, loaded, approved(loaded.model, rules), { reason: why });
  },
});
