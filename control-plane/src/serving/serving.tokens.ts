export const SERVING_PORTS = Symbol("ServingPorts");
/** Provided by `compliance`: which rules are published. */
export const POLICY_SOURCE = Symbol("PolicySource");
