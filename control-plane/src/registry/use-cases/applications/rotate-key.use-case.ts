import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { expiryOf, keyStatus, type ApiKey } from "../../domain/applications/api-key.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { loadKeysOf, type LoadedApplication } from "./key-request.subject.js";
import { newKey, type IssuedKey } from "./new-key.js";

/** Days in which the former key still works, for the application to be given the new one. */
const OVERLAP_DAYS = 7;

const input = z.object({ keyId: id });
export type RotateKeyInput = z.infer<typeof input>;
type Ports = Pick<RegistryPorts, "useCases" | "applications" | "secrets">;

/** Another key in the place of one that works, until the day that was approved for it: what was granted does not grow. */
export const rotateKey = (
  ports: Ports,
): UseCase<RotateKeyInput, LoadedApplication & { former: ApiKey }, IssuedKey> => ({
  name: "registry.rotate-key",
  action: "issue",
  input: zodSchema(input),
  async load(ctx, { keyId }) {
    const former = await ports.applications.findKey(ctx, keyId);
    if (former === null) return refuse(notFound("api_key", keyId));
    const found = await loadKeysOf(ports, ctx, former.applicationId);
    if (!found.ok) return found;
    const { subject, loaded } = found.value;
    return ok({ subject: { ...subject, id: keyId }, loaded: { ...loaded, former } });
  },
  async handle(ctx, _input, loaded) {
    const { former, application } = loaded;
    const now = ctx.clock.now();
    const status = keyStatus(former, now);
    if (status === "revoked" || status === "expired") return refuse(conflict("key.over", `The key is ${status}.`));
    const made = await newKey(ports, ctx, loaded, former.expiresAt);
    if (!made.ok) return made;
    const end = expiryOf(now, OVERLAP_DAYS);
    if (end < former.expiresAt) await ports.applications.shortenKey(ctx, former.id, end);
    const { key } = made.value;
    const data = {
      application: application.slug,
      former: former.prefix,
      prefix: key.prefix,
      formerEndsAt: end.toISOString(),
    };
    return ok({
      value: made.value,
      event: { organisationId: key.organisationId, subjectType: "ApiKey", subjectId: key.id, data },
    });
  },
});
