import type { EndpointView } from "../fleet-view.js";
import type { EndpointScorer } from "../picker.port.js";

/** Seconds that loading an adapter's weights into a running engine is taken to last. */
const LOAD_SECONDS = 0.5;

const holds = ({ gauges }: EndpointView, adapter: string): boolean => gauges?.adapters.includes(adapter) === true;

/**
 * Minus the seconds of loading the request's adapter where it is not in use, when it is somewhere: engines list adapters
 * that are in use alone, so that a name nobody lists may be no adapter at all.
 */
const createAdapterScorer = (): EndpointScorer => {
  // All endpoints of one decision are scored against the same candidates: whether one holds it is looked up once.
  let last: { readonly candidates: readonly EndpointView[]; readonly adapter: string; readonly held: boolean } | null =
    null;
  return {
    name: "adapter",
    weight: 1,
    score(endpoint, { adapter }, candidates) {
      if (adapter === undefined) return 0;
      if (last?.candidates !== candidates || last.adapter !== adapter) {
        last = { candidates, adapter, held: candidates.some((candidate) => holds(candidate, adapter)) };
      }
      return !last.held || holds(endpoint, adapter) ? 0 : -LOAD_SECONDS;
    },
  };
};

export const adapterScorer: EndpointScorer = createAdapterScorer();
