import { actorRef } from "../../../kernel/actor.js";
import { guardRefusal } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import type { ApiKey } from "../../domain/applications/api-key.js";
import { keyDisplayPrefix, keyFrom, keyHash } from "../../domain/applications/key-material.js";
import { RUNNING_STATES } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import type { LoadedApplication } from "./key-request.subject.js";

/** A new key, with the only copy of its clear text. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly secret: string;
}

const KEY_BYTES = 32;

/** Makes and stores a key of an application whose use case runs. */
export async function newKey(
  ports: Pick<RegistryPorts, "applications" | "secrets">,
  ctx: Context,
  { application, useCase }: LoadedApplication,
  expiresAt: Date,
  id: string = ctx.ids.next(),
): Promise<Result<IssuedKey>> {
  if (!RUNNING_STATES.includes(useCase.state)) return refuse(notRunning(useCase.state));
  const secret = keyFrom(ports.secrets.bytes(KEY_BYTES));
  const key: ApiKey = {
    id,
    applicationId: application.id,
    organisationId: application.organisationId,
    prefix: keyDisplayPrefix(secret),
    hash: keyHash(secret),
    createdAt: ctx.clock.now(),
    createdBy: actorRef(ctx.actor),
    expiresAt,
    revokedAt: null,
  };
  await ports.applications.insertKey(ctx, key);
  return ok({ key, secret });
}

const notRunning = (state: string) =>
  guardRefusal("key.use_case_not_running", `The use case is ${state}; no key without a use case that runs.`, [
    {
      code: "use_case.running",
      met: false,
      message: `The use case is in one of these states: ${RUNNING_STATES.join(", ")}.`,
    },
  ]);
