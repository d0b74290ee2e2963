export const SERVING_PORTS = Symbol("ServingPorts");
/** Provided by `compliance`: which rules are published. */
export const POLICY_SOURCE = Symbol("PolicySource");
/** Provided by `compliance`: which derogations are published. */
export const DEROGATION_SOURCE = Symbol("DerogationSource");
