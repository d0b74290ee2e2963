export const SERVING_PORTS = Symbol("ServingPorts");
/** Provided by `allocation`: rights, budgets and limits, and when they turn next. */
export const ALLOCATION_SOURCE = Symbol("AllocationSource");
/** Provided by `compliance`: which rules are published. */
export const POLICY_SOURCE = Symbol("PolicySource");
/** Provided by `compliance`: which derogations are published. */
export const DEROGATION_SOURCE = Symbol("DerogationSource");
/** Provided by `compliance`: until when pieces of use cases hold. */
export const LAPSE_SOURCE = Symbol("LapseSource");
