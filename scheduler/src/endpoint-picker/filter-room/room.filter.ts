import type { EndpointFilter } from "../picker.port.js";

/**
 * Leaves out endpoints without a place for the request's sequences. A request of more sequences than this replica ever has
 * on an endpoint goes to an empty one, where the engine queues the rest.
 */
export const roomFilter: EndpointFilter = {
  name: "room",
  keep: (endpoint, request) => endpoint.running === 0 || endpoint.running + request.sequences <= endpoint.maxSequences,
};
