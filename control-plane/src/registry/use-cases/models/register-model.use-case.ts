import { z } from "zod";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { modelName } from "./model-name.js";

const input = z.object({
  name: modelName,
  publisher: z.string().trim().min(1).max(100),
  publisherCountry: z.string().regex(/^[A-Z]{2}$/, "A country as two capital letters (ISO 3166-1 alpha-2)."),
  licence: z.string().trim().min(1).max(100),
  contextWindow: z.number().int().min(1).max(100_000_000),
});
export type RegisterModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** Puts a model in the catalogue, or corrects what is known of the model of that name. */
export const registerModel = (ports: Ports): UseCase<RegisterModelInput, string, Model> => ({
  name: "registry.register-model",
  action: "register",
  input: zodSchema(input),
  async load(ctx) {
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Model", id: null, organisationId }, loaded: organisationId });
  },
  async handle(ctx, registered, organisationId) {
    if ((await ports.models.findAlias(ctx, registered.name)) !== null)
      return refuse(conflict("model.name_taken", `${registered.name} is the name of an alias.`));
    const known = await ports.models.findByName(ctx, registered.name);
    const model: Model = { ...registered, id: known?.id ?? ctx.ids.next() };
    await ports.models.save(ctx, model);
    return ok({
      value: model,
      event: { organisationId, subjectType: "Model", subjectId: model.id, data: { ...registered } },
    });
  },
});
