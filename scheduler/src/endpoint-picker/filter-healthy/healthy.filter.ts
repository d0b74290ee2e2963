import type { EndpointFilter } from "../picker.port.js";

/** Leaves out ejected endpoints. */
export const healthyFilter: EndpointFilter = { name: "healthy", keep: (endpoint) => endpoint.healthy };
