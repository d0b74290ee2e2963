import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { UNKNOWN_PROVENANCE, type Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { modelFacts, provenance } from "./model.input.js";

const input = z.object({ ...modelFacts, provenance: provenance.nullish() });
export type RegisterModelInput = z.output<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** Puts a model that ARIANE runs already in the catalogue, or corrects what is known of the model of that name. */
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
    const model = corrected(ctx, registered, known);
    const stored = known === null ? await ports.models.insert(ctx, model) : await ports.models.update(ctx, model);
    if (!stored)
      return refuse(conflict("model.changed", "The model changed meanwhile; read it again before deciding."));
    return ok({
      value: model,
      event: { organisationId, subjectType: "Model", subjectId: model.id, data: { ...registered } },
    });
  },
});

const corrected = (ctx: Context, { provenance: from, ...facts }: RegisterModelInput, known: Model | null): Model => ({
  ...facts,
  id: known?.id ?? ctx.ids.next(),
  provenance: from ?? known?.provenance ?? UNKNOWN_PROVENANCE,
  state: known?.state ?? "approved",
  proposedFor: known?.proposedFor ?? null,
  proposedBy: known?.proposedBy ?? actorRef(ctx.actor),
  sunset: known?.sunset ?? null,
  version: (known?.version ?? 0) + 1,
});
