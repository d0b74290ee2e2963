import type { EndpointId } from "@socle/contracts";
import type { EndpointView, EndpointWork, PickRequest } from "../fleet-view.js";
import { hasMemory, holdFilter, takesPrompts } from "../filter-hold/hold.filter.js";
import { pickEndpoint } from "../pick-endpoint.js";
import type { PickResult } from "../pick-endpoint.js";
import type { PickProfile } from "../picker.port.js";
import { memoryWaitSeconds, prefillSeconds } from "../predict.js";

/** Seconds of predicted time that a second of waiting outweighs. */
const AGEING = 0.5;

type Choice = Extract<PickResult, { ok: true }>;

const holdsMemory = ({ holds }: PickProfile): boolean => holds?.includes(holdFilter) === true;

/** Endpoints that would take some request now; none: nobody in any line can go. */
export const openEndpoints = (profile: PickProfile, endpoints: readonly EndpointView[]): readonly EndpointView[] =>
  holdsMemory(profile) ? endpoints.filter((endpoint) => endpoint.healthy && takesPrompts(endpoint)) : endpoints;

/**
 * Where a waiting request goes now, or the endpoint that it waits for: the one that would answer soonest, `ahead` of it
 * included, though it has no room now; `null` when none may serve it. Memory for which others wait is left to them.
 * `open` are the `openEndpoints` among `endpoints`. The profile's scores are minus predicted seconds.
 */
export const chooseFor = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  open: readonly EndpointView[],
  request: PickRequest,
  ahead: (endpointId: EndpointId) => EndpointWork,
): Choice | { readonly ok: false; readonly awaits: EndpointView } | null => {
  const free = holdsMemory(profile)
    ? open.filter((endpoint) => hasMemory(endpoint, request, ahead(endpoint.endpointId).memoryTokens))
    : open;
  const now = pickEndpoint(profile, free, request);
  if (now.ok && now.scores.length === endpoints.length) return now;
  const any = pickEndpoint(profile, endpoints, { ...request, again: true, ahead });
  if (!any.ok) return null;
  return now.ok && scoreOf(now) >= scoreOf(any) ? now : { ok: false, awaits: any.endpoint };
};

/**
 * The order of the held requests of one application and class that could go now, least first, in seconds: `predicted
 * seconds to its own first token − 0.5 × seconds waited`. What it makes others wait says where it goes, not when.
 */
export const heldKey = (endpoint: EndpointView, request: PickRequest, waitedSeconds: number): number =>
  prefillSeconds(endpoint, request) + memoryWaitSeconds(endpoint, request) - AGEING * waitedSeconds;

const scoreOf = ({ endpoint, scores }: Choice): number =>
  scores.find((scored) => scored.endpoint === endpoint)?.score ?? 0;
