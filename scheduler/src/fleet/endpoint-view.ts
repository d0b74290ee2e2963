import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import type { EndpointState } from "./endpoint-state.js";
import { warmthAt } from "./health/slow-start.js";
import type { GaugeBoard } from "./metrics/gauge-board.js";

const TOKENS_PER_PRICE = 2;

/** One endpoint as a decision sees it; `now` in monotonic milliseconds. */
export const viewOf = (
  { placed, running, dispatched, finished, healthy, work, warmSince }: EndpointState,
  board: Pick<GaugeBoard, "read"> | undefined,
  now: number,
): EndpointView => {
  const { endpoint, deployment, pool } = placed;
  const gauges = board?.read(endpoint.id, dispatched, finished, deployment.profile.maxSequences);
  return {
    endpointId: endpoint.id,
    deploymentId: deployment.id,
    poolId: pool.id,
    healthy,
    running,
    maxSequences: deployment.profile.maxSequences,
    ...(gauges === undefined ? {} : { gauges }),
    load: work.load(gauges, now),
    warmth: warmthAt(warmSince, now),
    costPerMillion: (deployment.price.inputPerMillion + deployment.price.outputPerMillion) / TOKENS_PER_PRICE,
    energyPerMillion: deployment.energy.kWhPerMillionTokens,
  };
};
