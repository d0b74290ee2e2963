import type { UpstreamMessage } from "../dispatch/upstream.port.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { CoreParts } from "./core.port.js";
import type { Ask } from "./operations/operation.js";
import type { Held } from "./request-progress.js";

/** What a model server is sent, with the organisation's part of its prefix cache where it is known to take one. */
export const upstreamMessage = (
  { fleet, cacheSalts }: Pick<CoreParts, "fleet" | "cacheSalts">,
  { caller, candidate }: Pick<Held, "caller" | "candidate">,
  ask: Ask,
  { endpoint, deployment }: PlacedEndpoint,
): UpstreamMessage => {
  const salted = fleet.engineOf(endpoint.id) === "vllm";
  return ask.forwarded({
    servedName: deployment.servedName,
    maxOutputTokens: candidate.maxOutputTokens,
    cacheSalt: salted ? (own) => cacheSalts.saltOf(caller.organisation.id, own) : null,
  });
};
