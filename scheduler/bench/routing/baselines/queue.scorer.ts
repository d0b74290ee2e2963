import type { EndpointView } from "../../../src/endpoint-picker/fleet-view.js";
import type { EndpointScorer } from "../../../src/endpoint-picker/picker.port.js";

const queued = ({ gauges }: EndpointView): number => gauges?.waiting ?? 0;

/** llm-d's queue scorer: (most queued − queued) / (most − fewest) over the candidates; 1 when all are equal. */
export const createQueueScorer = (weight: number): EndpointScorer => {
  let seen: readonly EndpointView[] = [];
  let [fewest, most] = [0, 0];
  return {
    name: "queue",
    weight,
    score(endpoint, _request, candidates) {
      if (seen !== candidates) {
        seen = candidates;
        const counts = candidates.map(queued);
        [fewest, most] = [Math.min(...counts), Math.max(...counts)];
      }
      return most === fewest ? 1 : (most - queued(endpoint)) / (most - fewest);
    },
  };
};
