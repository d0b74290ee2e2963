/** Who can make a refusal go away. */
export type Actor = "caller" | "ministry" | "ariane" | "compliance" | "operator";

interface ErrorEntry {
  readonly status: number;
  /** `error.type` of OpenAI's envelope. */
  readonly type:
    "invalid_request_error" | "authentication_error" | "permission_error" | "rate_limit_error" | "server_error";
  /** Member of the GraphQL result union that carries it. */
  readonly graphql:
    "AuthenticationRefusal" | "PolicyRefusal" | "QuotaRefusal" | "NoEligiblePool" | "RequestRefusal" | "EngineFailure";
  readonly level: "info" | "warn" | "error";
  readonly actor: Actor;
}

/**
 * The one table of what a caller of the inference API can be told: code → HTTP status → OpenAI type → GraphQL type → log
 * level → who acts.
 */
export const INFERENCE_ERRORS = {
  "key.missing": {
    status: 401,
    type: "authentication_error",
    graphql: "AuthenticationRefusal",
    level: "info",
    actor: "caller",
  },
  "key.malformed": {
    status: 401,
    type: "authentication_error",
    graphql: "AuthenticationRefusal",
    level: "info",
    actor: "caller",
  },
  "key.unknown": {
    status: 401,
    type: "authentication_error",
    graphql: "AuthenticationRefusal",
    level: "info",
    actor: "caller",
  },
  "key.expired": {
    status: 401,
    type: "authentication_error",
    graphql: "AuthenticationRefusal",
    level: "info",
    actor: "ministry",
  },
  "key.revoked": {
    status: 401,
    type: "authentication_error",
    graphql: "AuthenticationRefusal",
    level: "info",
    actor: "ministry",
  },
  "use_case.suspended": {
    status: 403,
    type: "permission_error",
    graphql: "PolicyRefusal",
    level: "info",
    actor: "compliance",
  },
  "use_case.not_runnable": {
    status: 403,
    type: "permission_error",
    graphql: "PolicyRefusal",
    level: "info",
    actor: "ministry",
  },
  "model.not_allowed": {
    status: 403,
    type: "permission_error",
    graphql: "PolicyRefusal",
    level: "info",
    actor: "ministry",
  },
  "policy.denied": {
    status: 403,
    type: "permission_error",
    graphql: "PolicyRefusal",
    level: "info",
    actor: "compliance",
  },
  "snapshot.stale": { status: 503, type: "server_error", graphql: "PolicyRefusal", level: "error", actor: "operator" },
  "model.unknown": {
    status: 404,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "route.unknown": {
    status: 404,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "method.not_allowed": {
    status: 405,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "body.malformed": {
    status: 400,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "body.too_large": {
    status: 413,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "body.timeout": {
    status: 408,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "media_type.unsupported": {
    status: 415,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "label.unknown": {
    status: 400,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "output.too_long": {
    status: 400,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "budget.exceeded": {
    status: 429,
    type: "rate_limit_error",
    graphql: "QuotaRefusal",
    level: "info",
    actor: "ministry",
  },
  "budget.lease_expired": {
    status: 503,
    type: "server_error",
    graphql: "QuotaRefusal",
    level: "error",
    actor: "operator",
  },
  "rate.exceeded": {
    status: 429,
    type: "rate_limit_error",
    graphql: "QuotaRefusal",
    level: "info",
    actor: "caller",
  },
  "concurrency.exceeded": {
    status: 429,
    type: "rate_limit_error",
    graphql: "QuotaRefusal",
    level: "info",
    actor: "caller",
  },
  "pool.none_eligible": {
    status: 503,
    type: "server_error",
    graphql: "NoEligiblePool",
    level: "warn",
    actor: "compliance",
  },
  "pool.saturated": { status: 503, type: "server_error", graphql: "NoEligiblePool", level: "warn", actor: "ariane" },
  "endpoint.unavailable": {
    status: 503,
    type: "server_error",
    graphql: "EngineFailure",
    level: "warn",
    actor: "operator",
  },
  "endpoint.failed": { status: 502, type: "server_error", graphql: "EngineFailure", level: "warn", actor: "operator" },
  "endpoint.timeout": { status: 504, type: "server_error", graphql: "EngineFailure", level: "warn", actor: "operator" },
  "endpoint.cut": { status: 502, type: "server_error", graphql: "EngineFailure", level: "warn", actor: "operator" },
  "answer.too_large": {
    status: 502,
    type: "invalid_request_error",
    graphql: "RequestRefusal",
    level: "info",
    actor: "caller",
  },
  "snapshot.missing": {
    status: 503,
    type: "server_error",
    graphql: "EngineFailure",
    level: "error",
    actor: "operator",
  },
  "spool.full": { status: 503, type: "server_error", graphql: "EngineFailure", level: "error", actor: "operator" },
  "memory.full": { status: 503, type: "server_error", graphql: "EngineFailure", level: "warn", actor: "operator" },
  "control_plane.unavailable": {
    status: 503,
    type: "server_error",
    graphql: "EngineFailure",
    level: "warn",
    actor: "operator",
  },
  "scheduler.stopping": {
    status: 503,
    type: "server_error",
    graphql: "EngineFailure",
    level: "info",
    actor: "operator",
  },
  internal: { status: 500, type: "server_error", graphql: "EngineFailure", level: "error", actor: "operator" },
} as const satisfies Record<string, ErrorEntry>;

export type RefusalCode = keyof typeof INFERENCE_ERRORS;

/** OpenAI's error envelope, with what a caller needs to understand a refusal. */
export interface ErrorEnvelope {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly code: RefusalCode;
    readonly param: string | null;
    readonly decision_id: string;
    /** Code-specific figures: byte position, ceilings by level, reasons by pool, models that may be used. */
    readonly details?: unknown;
  };
}
