import type { EndpointPicker } from "../../../src/endpoint-picker/picker.port.js";

/** Among the best-scored, the one that runs the fewest sequences for its size; the first of equals. */
export const leastRequestPicker: EndpointPicker = {
  name: "least-request",
  pick: (candidates) =>
    candidates.reduce((best, next) => {
      if (next.score !== best.score) return next.score > best.score ? next : best;
      const load = (item: typeof next): number => item.endpoint.running / Math.max(1, item.endpoint.maxSequences);
      return load(next) < load(best) ? next : best;
    }),
};
