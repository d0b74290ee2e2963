import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import type { EndpointState } from "./endpoint-state.js";
import { warmthAt } from "./health/slow-start.js";
import type { FleetSenses } from "./fleet-senses.js";

const TOKENS_PER_PRICE = 2;

/** Milliseconds for which a view may be shown again: what changes by time alone changes little in it. */
const FRESH_MS = 5;

/**
 * One endpoint as a decision sees it; `now` in monotonic milliseconds. Many decisions look at an endpoint between two
 * changes of its account: they share one object.
 */
export const viewOf = (
  state: EndpointState,
  senses: Pick<FleetSenses, "gauges" | "slots">,
  now: number,
): EndpointView => {
  const { shown } = state;
  if (shown !== null && now - shown.at < FRESH_MS) return shown.view;
  const view = freshView(state, senses, now);
  state.shown = { view, at: now };
  return view;
};

const freshView = (
  { placed, running, dispatched, finished, healthy, lastResort, work, warmSince }: EndpointState,
  { gauges: board, slots }: Pick<FleetSenses, "gauges" | "slots">,
  now: number,
): EndpointView => {
  const { endpoint, deployment, pool } = placed;
  const { maxSequences } = deployment.profile;
  const gauges = board?.read(endpoint.id, dispatched, finished, maxSequences);
  return {
    endpointId: endpoint.id,
    deploymentId: deployment.id,
    poolId: pool.id,
    healthy: healthy || lastResort,
    running,
    maxSequences: slots?.limitOf(endpoint.id, maxSequences) ?? maxSequences,
    ...(gauges === undefined ? {} : { gauges }),
    load: work.load(gauges, now),
    warmth: warmthAt(warmSince, now),
    costPerMillion: (deployment.price.inputPerMillion + deployment.price.outputPerMillion) / TOKENS_PER_PRICE,
    energyPerMillion: deployment.energy.kWhPerMillionTokens,
  };
};
