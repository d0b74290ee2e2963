/**
 * Identifiers that cross a process boundary. All are opaque strings for their readers: a UUID v7 where the control
 * plane made them, `<replica>-<…>` where a scheduler did.
 */
export type OrganisationId = string;
export type UseCaseId = string;
export type ApplicationId = string;
export type KeyId = string;
export type ModelId = string;
export type PoolId = string;
export type DeploymentId = string;
export type EndpointId = string;
export type AllocationId = string;
export type BudgetId = string;
export type LimitId = string;
/** A node of the one tree that organisations, use cases and applications form. */
export type NodeId = OrganisationId | UseCaseId | ApplicationId;
/** The scheduler's name of one request's decision, unique across replicas; returned in `x-socle-decision`. */
export type DecisionId = string;
/** A scheduler replica's stable name. */
export type ReplicaId = string;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMillis = number;
/** Integer millionths of a euro. Amounts are exact up to nine billion euros. */
export type MicroEuro = number;
