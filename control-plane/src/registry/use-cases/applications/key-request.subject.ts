import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import { CHANGED, storeNext } from "../../../kernel/stored-record.js";
import type { Context, Done, Subject } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { Application } from "../../domain/applications/application.js";
import type { KeyRequest } from "../../domain/applications/key-request.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

export type KeyPorts = Pick<RegistryPorts, "useCases" | "applications" | "keyRequests">;

export interface LoadedApplication {
  readonly application: Application;
  readonly useCase: AiUseCase;
}

export interface LoadedRequest extends LoadedApplication {
  readonly request: KeyRequest;
}

type Found<Loaded> = Promise<Result<{ readonly subject: Subject; readonly loaded: Loaded }>>;

/** An application whose keys are spoken of, with its use case. */
export async function loadKeysOf(
  ports: Omit<KeyPorts, "keyRequests">,
  ctx: Context,
  id: string,
): Found<LoadedApplication> {
  const application = await ports.applications.find(ctx, id);
  if (application === null) return refuse(notFound("application", id));
  const useCase = await ports.useCases.find(ctx, application.useCaseId);
  if (useCase === null) return refuse(notFound("use_case", application.useCaseId));
  const { organisationId, environment: state } = application;
  return ok({ subject: { name: "ApiKey", id: null, organisationId, state }, loaded: { application, useCase } });
}

/** A request for a key; whoever asked counts as its author. */
export async function loadKeyRequest(ports: KeyPorts, ctx: Context, id: string): Found<LoadedRequest> {
  const request = await ports.keyRequests.find(ctx, id);
  if (request === null) return refuse(notFound("key_request", id));
  const found = await loadKeysOf(ports, ctx, request.applicationId);
  if (!found.ok) return found;
  const { subject, loaded } = found.value;
  return ok({ subject: { ...subject, id, declaredBy: request.requestedBy }, loaded: { ...loaded, request } });
}

/** Stores the next state of a request, at the version that was `seen`, told with the application that it is for. */
export const storeRequest = async (
  { keyRequests }: Pick<KeyPorts, "keyRequests">,
  ctx: Context,
  { application, request }: LoadedRequest,
  seen: number,
  next: Result<KeyRequest>,
  told: Readonly<Record<string, unknown>> = {},
): Promise<Result<Done<KeyRequest>>> => {
  if (request.version !== seen) return refuse(CHANGED);
  const to = next.ok ? next.value.state : null;
  const data = {
    application: application.slug,
    environment: application.environment,
    from: request.state,
    to,
    ...told,
  };
  return storeNext(keyRequests, ctx, "ApiKey", next, data);
};
