import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { assessed } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { provenance } from "./model.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

const input = z.object({ id, provenance });
export type AssessModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/** ARIANE records where a proposed model comes from and whether it passed its evaluation. */
export const assessModel = (ports: Ports): UseCase<AssessModelInput, LoadedModel, Model> => ({
  name: "registry.assess-model",
  action: "update",
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadModel(ports, ctx, of),
  handle: (ctx, { provenance: found }, loaded) =>
    storeModel(ports, ctx, loaded, assessed(loaded.model, found), { evalStatus: found.evalStatus }),
});
