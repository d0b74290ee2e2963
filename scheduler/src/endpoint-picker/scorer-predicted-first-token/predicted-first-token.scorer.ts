import { prefillSeconds } from "../predict.js";
import type { EndpointScorer } from "../picker.port.js";

/** Minus the predicted seconds to the first token; an endpoint in its slow start counts as that much slower. */
export const predictedFirstTokenScorer: EndpointScorer = {
  name: "predicted-first-token",
  weight: 1,
  score: (endpoint, request) => -prefillSeconds(endpoint, request) / (endpoint.warmth ?? 1),
};
