import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { MODEL_STATES, UNKNOWN_PROVENANCE, type Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { modelFacts, provenance } from "./model.input.js";
import { modelName } from "./model-name.js";

const ENDING = ["deprecated", "retired"];

const input = z
  .object({
    ...modelFacts,
    provenance: provenance.nullish(),
    /** As it stands here, or approved where it comes new. */
    state: z.enum(MODEL_STATES).nullish(),
    /** Body that asked for it. */
    proposedForId: z.uuid().nullish(),
    /** Reference of who proposed it; the importing actor when absent. */
    proposedBy: z.string().min(1).max(200).nullish(),
    sunset: z
      .object({
        announcedAt: z.coerce.date(),
        endsAt: z.coerce.date(),
        /** Name of a model that is known already. */
        replacement: modelName.nullish(),
        reason: z.string().trim().min(1).max(2000),
      })
      .nullish(),
  })
  .refine(({ state, sunset }) => ENDING.includes(state ?? "") === (sunset != null), {
    path: ["sunset"],
    message: "The announced end goes with the states deprecated and retired, and only with them.",
  });
type Imported = z.output<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/**
 * Takes over a model from another registry or a seed file in the state it is in there: what guards would ask for was
 * decided elsewhere. Idempotent by name; without a state, one that is known keeps its own.
 */
export const importModel = (ports: Ports): UseCase<Imported, string, Model> => ({
  name: "registry.import-model",
  action: "register",
  input: zodSchema(input),
  async load(ctx) {
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Model", id: null, organisationId }, loaded: organisationId });
  },
  async handle(ctx, imported, organisationId) {
    const { name, sunset } = imported;
    if ((await ports.models.findAlias(ctx, name)) !== null)
      return refuse(conflict("model.name_taken", `${name} is the name of an alias.`));
    const heir = sunset?.replacement == null ? null : await ports.models.findByName(ctx, sunset.replacement);
    if (sunset?.replacement != null && heir === null) return refuse(notFound("model", sunset.replacement));
    const known = await ports.models.findByName(ctx, name);
    const model = merged(ctx, imported, known, heir);
    const stored = known === null ? await ports.models.insert(ctx, model) : await ports.models.update(ctx, model);
    if (!stored) return refuse(conflict("model.changed", "The model changed meanwhile; import it again."));
    const data = { name, from: known?.state ?? null, to: model.state, version: model.version };
    return ok({ value: model, event: { organisationId, subjectType: "Model", subjectId: model.id, data } });
  },
});

function merged(ctx: Context, imported: Imported, known: Model | null, heir: Model | null): Model {
  const { provenance: from, state, sunset, proposedForId, proposedBy, ...facts } = imported;
  const told = sunset == null ? null : { ...sunset, replacementId: heir?.id ?? null };
  return {
    ...facts,
    id: known?.id ?? ctx.ids.next(),
    provenance: from ?? known?.provenance ?? UNKNOWN_PROVENANCE,
    state: state ?? known?.state ?? "approved",
    proposedFor: proposedForId ?? known?.proposedFor ?? null,
    proposedBy: proposedBy ?? known?.proposedBy ?? actorRef(ctx.actor),
    sunset: state == null ? (known?.sunset ?? null) : told && withoutName(told),
    version: (known?.version ?? 0) + 1,
  };
}

const withoutName = ({ announcedAt, endsAt, replacementId, reason }: NonNullable<Model["sunset"]>) => ({
  ...{ announcedAt, endsAt, replacementId, reason },
});
