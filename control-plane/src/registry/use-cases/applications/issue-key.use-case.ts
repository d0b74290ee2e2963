import { actorRef } from "../../../kernel/actor.js";
import { ok, refuse } from "../../../kernel/result.js";
import { CHANGED } from "../../../kernel/stored-record.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { expiryOf } from "../../domain/applications/api-key.js";
import { issued } from "../../domain/applications/key-request.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { idAndVersion, type IdAndVersion } from "../use-case.input.js";
import { loadKeyRequest, storeRequest, type KeyPorts, type LoadedRequest } from "./key-request.subject.js";
import { newKey, type IssuedKey } from "./new-key.js";

type Ports = KeyPorts & Pick<RegistryPorts, "secrets">;

/** Whoever asked for a key collects it once it is approved, and sees it once; several may be valid, so that they overlap. */
export const issueKey = (ports: Ports): UseCase<IdAndVersion, LoadedRequest, IssuedKey> => ({
  name: "registry.issue-key",
  action: "issue",
  input: zodSchema(idAndVersion),
  load: (ctx, { id }) => loadKeyRequest(ports, ctx, id),
  async handle(ctx, { version }, loaded) {
    const { request, application } = loaded;
    if (request.version !== version) return refuse(CHANGED);
    const keyId = ctx.ids.next();
    const next = issued(request, actorRef(ctx.actor), application, keyId);
    if (!next.ok) return next;
    const made = await newKey(ports, ctx, loaded, expiryOf(ctx.clock.now(), request.validDays), keyId);
    if (!made.ok) return made;
    const stored = await storeRequest(ports, ctx, loaded, version, next);
    if (!stored.ok) return stored;
    const { key } = made.value;
    const data = { application: application.slug, prefix: key.prefix, expiresAt: key.expiresAt.toISOString() };
    return ok({
      value: made.value,
      event: { organisationId: key.organisationId, subjectType: "ApiKey", subjectId: key.id, data },
    });
  },
});
