import type { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import type { Action, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { closed, guarded, ownRequest, type KeyRequest } from "../../domain/applications/key-request.js";
import { idAndVersion, reason } from "../use-case.input.js";
import { loadKeyRequest, storeRequest, type KeyPorts, type LoadedRequest } from "./key-request.subject.js";

export const closeKeyRequestInput = idAndVersion.extend({ reason });
export type CloseKeyRequestInput = z.infer<typeof closeKeyRequestInput>;

const closing = (
  ports: KeyPorts,
  how: "refused" | "withdrawn",
  { name, action }: { readonly name: string; readonly action: Action },
): UseCase<CloseKeyRequestInput, LoadedRequest, KeyRequest> => ({
  name,
  action,
  input: zodSchema(closeKeyRequestInput),
  load: (ctx, { id }) => loadKeyRequest(ports, ctx, id),
  handle: (ctx, { version, reason: why }, loaded) => {
    const { request } = loaded;
    const conditions = how === "withdrawn" ? [ownRequest(request, actorRef(ctx.actor))] : [];
    const next = guarded(conditions, closed(request, how, why));
    return storeRequest(ports, ctx, loaded, version, next, { reason: why });
  },
});

/**
 * A request is turned down by who would have stood for it.
 * @param right `validate`, the ministry's, or `grant`, ARIANE's
 */
export const refuseKeyRequest = (ports: KeyPorts, right: "validate" | "grant") =>
  closing(ports, "refused", { name: "registry.refuse-key-request", action: right });

/** Whoever asked no longer does. */
export const withdrawKeyRequest = (ports: KeyPorts) =>
  closing(ports, "withdrawn", { name: "registry.withdraw-key-request", action: "declare" });
