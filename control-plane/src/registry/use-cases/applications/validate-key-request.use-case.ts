import { actorRef } from "../../../kernel/actor.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { validated, type KeyRequest } from "../../domain/applications/key-request.js";
import { idAndVersion, type IdAndVersion } from "../use-case.input.js";
import { loadKeyRequest, storeRequest, type KeyPorts, type LoadedRequest } from "./key-request.subject.js";

/** A second person of the body stands for a key; outside production it may then be collected. */
export const validateKeyRequest = (ports: KeyPorts): UseCase<IdAndVersion, LoadedRequest, KeyRequest> => ({
  name: "registry.validate-key-request",
  action: "validate",
  input: zodSchema(idAndVersion),
  load: (ctx, { id }) => loadKeyRequest(ports, ctx, id),
  handle: (ctx, { version }, loaded) => {
    const { request, application, useCase } = loaded;
    const by = useCase.amendedBy ?? useCase.declaredBy;
    const next = validated(request, actorRef(ctx.actor), application, by);
    return storeRequest(ports, ctx, loaded, version, next);
  },
});
