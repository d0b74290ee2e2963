import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { ApiKey } from "../../domain/applications/api-key.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";

export const revokeKeyInput = z.object({ keyId: id, reason });
export type RevokeKeyInput = z.infer<typeof revokeKeyInput>;
type Ports = Pick<RegistryPorts, "applications">;

/** Ends a key for good; schedulers refuse it as soon as they hold the next snapshot. */
export const revokeKey = (ports: Ports): UseCase<RevokeKeyInput, ApiKey, ApiKey> => ({
  name: "registry.revoke-key",
  action: "revoke",
  input: zodSchema(revokeKeyInput),
  async load(ctx, { keyId }) {
    const key = await ports.applications.findKey(ctx, keyId);
    if (key === null) return refuse(notFound("api_key", keyId));
    return ok({ subject: { name: "ApiKey", id: key.id, organisationId: key.organisationId }, loaded: key });
  },
  async handle(ctx, revocation, key) {
    if (key.revokedAt !== null) return refuse(conflict("key.already_revoked", "The key is revoked already."));
    const revokedAt = ctx.clock.now();
    await ports.applications.revokeKey(ctx, key.id, revokedAt);
    const data = { prefix: key.prefix, reason: revocation.reason };
    return ok({
      value: { ...key, revokedAt },
      event: { organisationId: key.organisationId, subjectType: "ApiKey", subjectId: key.id, data },
    });
  },
});
