import type { EndpointFilter } from "../picker.port.js";

/** Leaves out ejected endpoints, and those on which this replica has no place beside the others. */
export const healthyFilter: EndpointFilter = {
  name: "healthy",
  keep: ({ healthy, maxSequences }) => healthy && maxSequences > 0,
};
