import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { ok } from "../../../kernel/result.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { MAX_VALID_DAYS } from "../../domain/applications/api-key.js";
import type { KeyRequest } from "../../domain/applications/key-request.js";
import { id, reason } from "../use-case.input.js";
import { loadKeysOf, type KeyPorts, type LoadedApplication } from "./key-request.subject.js";

export const requestKeyInput = z.object({
  applicationId: id,
  validDays: z.number().int().min(1).max(MAX_VALID_DAYS),
  reason,
});
export type RequestKeyInput = z.infer<typeof requestKeyInput>;

/** Somebody of a body asks for a key of one of its applications; they alone will see it. */
export const requestKey = (ports: KeyPorts): UseCase<RequestKeyInput, LoadedApplication, KeyRequest> => ({
  name: "registry.request-key",
  action: "declare",
  input: zodSchema(requestKeyInput),
  load: (ctx, { applicationId }) => loadKeysOf(ports, ctx, applicationId),
  async handle(ctx, { validDays, reason: why }, { application }) {
    const request: KeyRequest = {
      ...{ id: ctx.ids.next(), organisationId: application.organisationId, version: 1 },
      ...{ useCaseId: application.useCaseId, applicationId: application.id, validDays, reason: why },
      ...{ state: "requested", requestedBy: actorRef(ctx.actor), requestedAt: ctx.clock.now() },
      ...{ validatedBy: null, approvedBy: null, closedReason: null, keyId: null },
    };
    await ports.keyRequests.insert(ctx, request);
    const data = { application: application.slug, environment: application.environment, validDays, reason: why };
    return ok(recorded("ApiKey", request, data));
  },
});
