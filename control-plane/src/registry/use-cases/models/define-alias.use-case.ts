import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Model, ModelAlias } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { modelName } from "./model-name.js";

const input = z.object({ name: modelName, model: modelName });
export type DefineAliasInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

export interface Loaded {
  readonly organisationId: string;
  readonly model: Model;
}

/** Gives a model another name, or moves that name to another model. */
export const defineAlias = (ports: Ports): UseCase<DefineAliasInput, Loaded, ModelAlias> => ({
  name: "registry.define-alias",
  action: "register",
  input: zodSchema(input),
  async load(ctx, alias) {
    const model = await ports.models.findByName(ctx, alias.model);
    if (model === null) return refuse(notFound("model", alias.model));
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Model", id: model.id, organisationId }, loaded: { organisationId, model } });
  },
  async handle(ctx, { name }, { organisationId, model }) {
    if ((await ports.models.findByName(ctx, name)) !== null)
      return refuse(conflict("alias.name_taken", `${name} is the name of a model.`));
    if (model.state !== "approved")
      return refuse(conflict("alias.model_not_approved", `${model.name} is ${model.state}; no role is given to it.`));
    const alias: ModelAlias = { name, modelId: model.id };
    await ports.models.saveAlias(ctx, alias);
    const data = { alias: name, model: model.name };
    return ok({ value: alias, event: { organisationId, subjectType: "Model", subjectId: model.id, data } });
  },
});
