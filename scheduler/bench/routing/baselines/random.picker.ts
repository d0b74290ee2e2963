import type { EndpointPicker } from "../../../src/endpoint-picker/picker.port.js";

/** Uniform among the best-scored; `random` answers in [0, 1). */
export const createRandomPicker = (random: () => number): EndpointPicker => ({
  name: "random",
  pick(candidates) {
    const best = Math.max(...candidates.map(({ score }) => score));
    const equals = candidates.filter(({ score }) => score === best);
    const chosen = equals[Math.min(equals.length - 1, Math.floor(random() * equals.length))];
    if (chosen === undefined) throw new Error("pick needs at least one candidate");
    return chosen;
  },
});
