import type { EndpointPicker, ScoredEndpoint } from "../../../src/endpoint-picker/picker.port.js";

/** Draws two of the best-scored and takes the one with fewer sequences in flight; `random` answers in [0, 1). */
export const createPowerOfTwoPicker = (random: () => number): EndpointPicker => {
  const draw = (from: readonly ScoredEndpoint[]): ScoredEndpoint => {
    const drawn = from[Math.min(from.length - 1, Math.floor(random() * from.length))];
    if (drawn === undefined) throw new Error("pick needs at least one candidate");
    return drawn;
  };
  return {
    name: "power-of-two",
    pick(candidates) {
      const best = Math.max(...candidates.map(({ score }) => score));
      const equals = candidates.filter(({ score }) => score === best);
      const first = draw(equals);
      if (equals.length === 1) return first;
      const second = draw(equals.filter((candidate) => candidate !== first));
      return second.endpoint.running < first.endpoint.running ? second : first;
    },
  };
};
