import { z } from "zod";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { validated } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

const input = z.object({ id, reason });
export type ValidateModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** The ministry whose declarant proposed a model stands for it, by somebody else; ARIANE then looks into it. */
export const validateModel = (ports: Ports): UseCase<ValidateModelInput, LoadedModel, Model> => ({
  name: "registry.validate-model",
  action: "validate",
  input: zodSchema(input),
  async load(ctx, { id: of }) {
    const found = await loadModel(ports, ctx, of);
    if (!found.ok) return found;
    const { subject, loaded } = found.value;
    if (loaded.model.proposedFor === null) return refuse(OF_ARIANE);
    return ok({ subject: { ...subject, organisationId: loaded.model.proposedFor }, loaded });
  },
  handle: (ctx, { reason: why }, loaded) => storeModel(ports, ctx, loaded, validated(loaded.model), { reason: why }),
});

const OF_ARIANE = conflict("model.no_transition", "No ministry proposed this model: there is nothing to validate.");
