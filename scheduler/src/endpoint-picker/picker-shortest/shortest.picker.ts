import type { EndpointPicker, ScoredEndpoint } from "../picker.port.js";

/** Scores in seconds that differ by less are equal: far below what a prediction can tell. */
const EQUAL_SECONDS = 0.002;

const isPreferred = ({ endpoint: a }: ScoredEndpoint, { endpoint: b }: ScoredEndpoint): boolean => {
  const cost = (a.costPerMillion ?? 0) - (b.costPerMillion ?? 0);
  if (cost !== 0) return cost < 0;
  const energy = (a.energyPerMillion ?? 0) - (b.energyPerMillion ?? 0);
  if (energy !== 0) return energy < 0;
  return a.running < b.running;
};

/** The least predicted time; among equals the cheapest, then the most frugal, then the least busy, then the first. */
export const shortestPicker: EndpointPicker = {
  name: "shortest",
  pick(candidates) {
    let most = -Infinity;
    for (const { score } of candidates) if (score > most) most = score;
    let chosen: ScoredEndpoint | null = null;
    for (const next of candidates) {
      if (next.score < most - EQUAL_SECONDS) continue;
      if (chosen === null || isPreferred(next, chosen)) chosen = next;
    }
    if (chosen === null) throw new Error("pick needs at least one candidate");
    return chosen;
  },
};
