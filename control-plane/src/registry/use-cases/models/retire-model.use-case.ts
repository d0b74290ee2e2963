import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { retired } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

const input = z.object({ id, reason });
export type RetireModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** ARIANE takes a model away once its notice is over; schedulers forget it with the next snapshot. */
export const retireModel = (ports: Ports): UseCase<RetireModelInput, LoadedModel, Model> => ({
  name: "registry.retire-model",
  action: "manage",
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadModel(ports, ctx, of),
  async handle(ctx, { reason: why }, loaded) {
    const aliases = (await ports.models.aliases(ctx)).filter(({ modelId }) => modelId === loaded.model.id);
    const next = retired(
      loaded.model,
      aliases.map(({ name }) => name),
      ctx.clock.now(),
    );
    return storeModel(ports, ctx, loaded, next, { reason: why });
  },
});
