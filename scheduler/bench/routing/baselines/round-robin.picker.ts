import type { EndpointId } from "@socle/contracts";
import type { EndpointPicker } from "../../../src/endpoint-picker/picker.port.js";

/** Takes the best-scored candidate that was picked longest ago; a new endpoint comes first. */
export const createRoundRobinPicker = (): EndpointPicker => {
  const lastTurn = new Map<EndpointId, number>();
  let turn = 0;
  const turnOf = (id: EndpointId): number => lastTurn.get(id) ?? 0;
  return {
    name: "round-robin",
    pick(candidates) {
      const chosen = candidates.reduce((best, next) => {
        if (next.score !== best.score) return next.score > best.score ? next : best;
        return turnOf(next.endpoint.endpointId) < turnOf(best.endpoint.endpointId) ? next : best;
      });
      lastTurn.set(chosen.endpoint.endpointId, (turn += 1));
      return chosen;
    },
  };
};
