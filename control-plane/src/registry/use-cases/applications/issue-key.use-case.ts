import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { guardRefusal, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { expiryOf, MAX_VALID_DAYS, type ApiKey } from "../../domain/applications/api-key.js";
import type { Application } from "../../domain/applications/application.js";
import { keyDisplayPrefix, keyFrom, keyHash } from "../../domain/applications/key-material.js";
import { RUNNING_STATES } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";

export const issueKeyInput = z.object({ applicationId: id, validDays: z.number().int().min(1).max(MAX_VALID_DAYS) });
export type IssueKeyInput = z.infer<typeof issueKeyInput>;
type Ports = Pick<RegistryPorts, "useCases" | "applications" | "secrets">;

export interface Loaded {
  readonly application: Application;
  readonly useCase: AiUseCase;
}

/** A new key, with the only copy of its clear text. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly secret: string;
}

const KEY_BYTES = 32;

/** Issues a key to an application whose use case runs. Several keys may be valid at once, so that they can overlap. */
export const issueKey = (ports: Ports): UseCase<IssueKeyInput, Loaded, IssuedKey> => ({
  name: "registry.issue-key",
  action: "issue",
  input: zodSchema(issueKeyInput),
  async load(ctx, { applicationId }) {
    const application = await ports.applications.find(ctx, applicationId);
    if (application === null) return refuse(notFound("application", applicationId));
    const useCase = await ports.useCases.find(ctx, application.useCaseId);
    if (useCase === null) return refuse(notFound("use_case", application.useCaseId));
    const subject = {
      name: "ApiKey",
      id: null,
      organisationId: application.organisationId,
      state: application.environment,
      declaredBy: useCase.amendedBy ?? useCase.declaredBy,
    } as const;
    return ok({ subject, loaded: { application, useCase } });
  },
  async handle(ctx, { validDays }, { application, useCase }) {
    if (!RUNNING_STATES.includes(useCase.state)) return refuse(notRunning(useCase));
    const now = ctx.clock.now();
    const secret = keyFrom(ports.secrets.bytes(KEY_BYTES));
    const key: ApiKey = {
      id: ctx.ids.next(),
      applicationId: application.id,
      organisationId: application.organisationId,
      prefix: keyDisplayPrefix(secret),
      hash: keyHash(secret),
      createdAt: now,
      createdBy: actorRef(ctx.actor),
      expiresAt: expiryOf(now, validDays),
      revokedAt: null,
    };
    await ports.applications.insertKey(ctx, key);
    const data = { application: application.slug, prefix: key.prefix, expiresAt: key.expiresAt.toISOString() };
    return ok({
      value: { key, secret },
      event: { organisationId: key.organisationId, subjectType: "ApiKey", subjectId: key.id, data },
    });
  },
});

const notRunning = (useCase: AiUseCase) =>
  guardRefusal("key.use_case_not_running", `The use case is ${useCase.state}; no key without a use case that runs.`, [
    {
      code: "use_case.running",
      met: false,
      message: `The use case is in one of these states: ${RUNNING_STATES.join(", ")}.`,
    },
  ]);
