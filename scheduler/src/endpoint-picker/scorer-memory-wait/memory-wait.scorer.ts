import { memoryWaitSeconds } from "../predict.js";
import type { EndpointScorer } from "../picker.port.js";

/** Minus the predicted seconds of waiting for KV memory. */
export const memoryWaitScorer: EndpointScorer = {
  name: "memory-wait",
  weight: 1,
  score: (endpoint, request) => -memoryWaitSeconds(endpoint, request),
};
