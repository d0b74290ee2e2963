import type { EndpointScorer } from "../picker.port.js";

/** Seconds that loading an adapter's weights into a running engine is taken to last. */
const LOAD_SECONDS = 0.5;

/** Minus the seconds of loading the request's adapter where it is not in use. */
export const adapterScorer: EndpointScorer = {
  name: "adapter",
  weight: 1,
  score(endpoint, { adapter }) {
    if (adapter === undefined || endpoint.gauges === undefined) return 0;
    return endpoint.gauges.adapters.includes(adapter) ? 0 : -LOAD_SECONDS;
  },
};
