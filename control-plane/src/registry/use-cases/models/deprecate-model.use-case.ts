import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { deprecated } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

export const deprecateModelInput = z.object({
  id,
  endsAt: z.coerce.date().describe("Ninety days ahead at the least."),
  replacementId: id.nullish(),
  /** Gives the model's aliases to its replacement at once: callers of a role notice nothing. */
  moveAliases: z.boolean().default(false).describe("Gives its aliases to the replacement at once."),
  reason,
});
export type DeprecateModelInput = z.output<typeof deprecateModelInput>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** ARIANE announces the end of a model; every use case that depends on it gets a notice, and it answers until then. */
export const deprecateModel = (ports: Ports): UseCase<DeprecateModelInput, LoadedModel, Model> => ({
  name: "registry.deprecate-model",
  action: "manage",
  input: zodSchema(deprecateModelInput),
  load: (ctx, { id: of }) => loadModel(ports, ctx, of),
  async handle(ctx, said, loaded) {
    const replacement = said.replacementId == null ? null : await ports.models.find(ctx, said.replacementId);
    if (said.replacementId != null && replacement === null) return refuse(notFound("model", said.replacementId));
    const { endsAt, reason: why } = said;
    const sunset = { announcedAt: ctx.clock.now(), endsAt, replacementId: replacement?.id ?? null, reason: why };
    const next = deprecated(loaded.model, sunset, replacement);
    if (!next.ok) return next;
    const names = await namesOf(ports, ctx, loaded.model);
    const notices = await notify(ports, ctx, next.value, names);
    if (said.moveAliases && replacement !== null)
      for (const name of names.slice(1)) await ports.models.saveAlias(ctx, { name, modelId: replacement.id });
    const told = { endsAt: endsAt.toISOString(), replacement: replacement?.name ?? null, notices };
    return storeModel(ports, ctx, loaded, ok(next.value), told);
  },
});

/** The name of a model, then its aliases. */
async function namesOf(ports: Ports, ctx: Context, model: Model): Promise<readonly string[]> {
  const aliases = (await ports.models.aliases(ctx)).filter(({ modelId }) => modelId === model.id);
  return [model.name, ...aliases.map(({ name }) => name)];
}

/** @returns how many use cases were told */
async function notify(ports: Ports, ctx: Context, model: Model, names: readonly string[]): Promise<number> {
  if (model.sunset === null) return 0;
  const { announcedAt, endsAt, replacementId } = model.sunset;
  const dependents = await ports.models.dependents(ctx, names);
  const notices = dependents.map((dependent) => ({
    ...dependent,
    id: ctx.ids.next(),
    modelId: model.id,
    sentAt: announcedAt,
    endsAt,
    replacementId,
  }));
  await ports.models.addNotices(ctx, notices);
  return notices.length;
}
