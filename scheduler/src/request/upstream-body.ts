import { forwardedBody } from "./operations/forwarded-body.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { ChatRequest } from "./operations/chat-request.js";
import type { CoreParts } from "./core.port.js";
import type { Held } from "./request-progress.js";

/** The body for a model server, with the organisation's part of its prefix cache where it is known to take one. */
export const upstreamBody = (
  { fleet, cacheSalts }: Pick<CoreParts, "fleet" | "cacheSalts">,
  { caller, candidate }: Pick<Held, "caller" | "candidate">,
  chat: ChatRequest,
  { endpoint, deployment }: PlacedEndpoint,
): readonly Buffer[] => {
  const { cacheSaltSpan: span, body } = chat;
  const written = span === null ? null : body.toString("latin1", span.start, span.end);
  const own = written === "null" ? null : written;
  const salt = fleet.engineOf(endpoint.id) === "vllm" ? cacheSalts.saltOf(caller.organisation.id, own) : null;
  return forwardedBody(chat, deployment.servedName, candidate.maxOutputTokens, salt);
};
