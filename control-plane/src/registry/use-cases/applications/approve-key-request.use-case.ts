import { actorRef } from "../../../kernel/actor.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { approved, type KeyRequest } from "../../domain/applications/key-request.js";
import { idAndVersion, type IdAndVersion } from "../use-case.input.js";
import { loadKeyRequest, storeRequest, type KeyPorts, type LoadedRequest } from "./key-request.subject.js";

/** ARIANE lets the production key that a ministry stands for be issued. */
export const approveKeyRequest = (ports: KeyPorts): UseCase<IdAndVersion, LoadedRequest, KeyRequest> => ({
  name: "registry.approve-key-request",
  action: "grant",
  input: zodSchema(idAndVersion),
  load: (ctx, { id }) => loadKeyRequest(ports, ctx, id),
  handle: (ctx, { version }, loaded) => {
    const { request } = loaded;
    const next = approved(request, actorRef(ctx.actor));
    return storeRequest(ports, ctx, loaded, version, next);
  },
});
