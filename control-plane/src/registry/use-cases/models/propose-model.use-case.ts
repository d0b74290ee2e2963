import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { UNKNOWN_PROVENANCE, type Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { modelFacts, provenance } from "./model.input.js";

export const proposeModelInput = z.object({
  ...modelFacts,
  organisationId: id.describe("The body that asks for it."),
  provenance: provenance.nullish(),
});
export type ProposeModelInput = z.infer<typeof proposeModelInput>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** A ministry asks for a model; nobody is given it before ARIANE has approved it. */
export const proposeModel = (ports: Ports): UseCase<ProposeModelInput, null, Model> => ({
  name: "registry.propose-model",
  action: "declare",
  input: zodSchema(proposeModelInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Model", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { organisationId, provenance: from, ...facts }) {
    const model: Model = {
      ...facts,
      id: ctx.ids.next(),
      provenance: from ?? UNKNOWN_PROVENANCE,
      state: "proposed",
      proposedFor: organisationId,
      proposedBy: actorRef(ctx.actor),
      sunset: null,
      version: 1,
    };
    const taken = (await ports.models.findAlias(ctx, facts.name)) !== null;
    if (taken || !(await ports.models.insert(ctx, model)))
      return refuse(conflict("model.name_taken", `${facts.name} is the name of a model or an alias.`));
    const data = { name: model.name, to: "proposed" };
    return ok({ value: model, event: { organisationId, subjectType: "Model", subjectId: model.id, data } });
  },
});
