import { burdenSeconds } from "../predict.js";
import type { EndpointScorer } from "../picker.port.js";

/** Minus the seconds for which computing the prompt there keeps others waiting. */
export const burdenScorer: EndpointScorer = {
  name: "burden",
  weight: 1,
  score: (endpoint, request) => -burdenSeconds(endpoint, request),
};
