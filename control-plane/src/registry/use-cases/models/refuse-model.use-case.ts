import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { refused } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";
import { loadModel, storeModel, type LoadedModel } from "./model.subject.js";

const input = z.object({ id, reason });
export type RefuseModelInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "models" | "organisations">;

/**
 * A proposed model is not taken.
 * @param right `grant`, ARIANE's decision, or `suspend`, the veto of compliance
 */
export const refuseModel = (
  ports: Ports,
  right: "grant" | "suspend",
): UseCase<RefuseModelInput, LoadedModel, Model> => ({
  name: "registry.refuse-model",
  action: right,
  input: zodSchema(input),
  load: (ctx, { id: of }) => loadModel(ports, ctx, of),
  handle: (ctx, { reason: why }, loaded) =>
    storeModel(ports, ctx, loaded, refused(loaded.model), { reason: why, veto: right === "suspend" }),
});
