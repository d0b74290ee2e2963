import type { BudgetId, EpochMillis, LimitId, NodeId, PoolId, ReplicaId } from "../ids.js";
import type { PoolShareReportV1, PoolShareUpdateV1 } from "./shares-v1.js";

/**
 * One call of a replica, sent about every second and whenever a block runs low. Idempotent: the control plane keeps the
 * answer to the last `call` of each (replica, epoch) and repeats it.
 */
export interface LeaseRequestV1 {
  readonly replica: ReplicaId;
  /** Number of the process's life, greater than any before it on the same replica. */
  readonly epoch: number;
  /** 1, 2, 3… within the epoch; a call that was not answered is sent again unchanged. */
  readonly call: number;
  /** Earlier epochs of this replica whose records have all been shipped: their blocks are released. */
  readonly closedEpochs: readonly number[];
  readonly wants: readonly LeaseWantV1[];
  /** What the replica gives back; it has already stopped counting on it. */
  readonly returns: readonly LeaseReturnV1[];
  /** What runs now, by pool and node, for the live view. */
  readonly activity: readonly PoolActivityV1[];
  /** About once a second; not in calls that only fetch a block. */
  readonly pools?: readonly PoolShareReportV1[];
}

/** A budget's id or a limit's: both are leased alike. */
export interface LeaseWantV1 {
  readonly budgetId: BudgetId | LimitId;
  /** Least amount that is of use (a waiting request needs it); a smaller block is still granted. */
  readonly least: number;
  readonly wanted: number;
  /** Smallest amount with which anybody who waits could run; when present, a smaller block is not granted. */
  readonly useful?: number;
}

export interface LeaseReturnV1 {
  readonly budgetId: BudgetId | LimitId;
  /** Period the amount was leased in. */
  readonly periodStart: EpochMillis;
  readonly amount: number;
}

export interface PoolActivityV1 {
  readonly poolId: PoolId;
  readonly nodeId: NodeId;
  readonly running: number;
  readonly waiting: number;
  /** GPU-seconds charged since the previous call that was answered. */
  readonly gpuSeconds: number;
  /** Milliseconds that `gpuSeconds` covers. */
  readonly windowMs: number;
}

export interface LeaseResponseV1 {
  readonly call: number;
  readonly grants: readonly LeaseGrantV1[];
  /** Replicas heard of lately, the asking one included. */
  readonly replicas?: number;
  /** One for each pool that was reported. */
  readonly pools?: readonly PoolShareUpdateV1[];
}

export interface LeaseGrantV1 {
  readonly budgetId: BudgetId | LimitId;
  readonly periodStart: EpochMillis;
  readonly periodEnd: EpochMillis;
  /** 0 when nothing is left. */
  readonly granted: number;
  /** What stays free in the budget after this grant, for explanations only. */
  readonly left: number;
  /** What all replicas together hold of it after this grant, for explanations only. */
  readonly reserved?: number;
  /** How long the replica may count on everything it holds of this budget, by its own monotonic clock. */
  readonly expiresInMs: number;
  /** Time from the answer to the period's end by the control plane's clock, so that no replica's wall clock decides. */
  readonly periodEndsInMs?: number;
}

export const LEASE_PATH = "/internal/v1/leases";
