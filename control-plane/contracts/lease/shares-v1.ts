import type { DeploymentId, NodeId, PoolId } from "../ids.js";

/** GPU-seconds given to a node within its guarantee, within the rest of its nominal, and borrowed, in that order. */
export interface NodeServiceV1 {
  readonly nodeId: NodeId;
  readonly gpuSeconds: readonly number[];
}

/** What a replica says of a pool with its lease call, so that several replicas share one order. */
export interface PoolShareReportV1 {
  readonly poolId: PoolId;
  /** Totals since the epoch began, so that a lost or repeated call changes nothing. */
  readonly given: readonly NodeServiceV1[];
  /** Work that waits at this replica, estimated. */
  readonly backlog: readonly { readonly deploymentId: DeploymentId; readonly gpuSeconds: number }[];
}

/** What it is answered. */
export interface PoolShareUpdateV1 {
  readonly poolId: PoolId;
  /**
   * Changes whenever the set of (replica, epoch) behind `elsewhere` does: the totals are then a new base, from which the
   * next differences are counted.
   */
  readonly generation: number;
  /** Totals of the other replicas. */
  readonly elsewhere: readonly NodeServiceV1[];
  /** The replica's part of each deployment's sequences; the parts of all add up to all sequences. */
  readonly slots: readonly { readonly deploymentId: DeploymentId; readonly slots: number }[];
}
