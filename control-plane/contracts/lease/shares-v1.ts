import type { DeploymentId, EndpointId, NodeId, PoolId } from "../ids.js";

/** What a node has of a pool at one replica, or at several together. */
export interface NodeServiceV1 {
  readonly nodeId: NodeId;
  /**
   * GPU-seconds given within its guarantee, within the rest of its nominal, and borrowed, in that order. Totals since the
   * epoch began, so that a lost or repeated call changes nothing.
   */
  readonly gpuSeconds: readonly number[];
  /** Millionths of a GPU that its own requests occupy now; 0 for a node that has children. */
  readonly occupied: number;
}

/** Sequences of one part of the tree that run or wait at a replica for a deployment. */
export interface DemandV1 {
  readonly deploymentId: DeploymentId;
  readonly nodeId: NodeId;
  readonly sequences: number;
  /** The node's right in the pool, as sequences of this deployment; may be a fraction. */
  readonly right: number;
  readonly weight: number;
}

/** An endpoint as a replica uses it. */
export interface EndpointUseV1 {
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  /** Sequences the endpoint may be given by all replicas together; 0 when this one gives it nothing new. */
  readonly slots: number;
  /** Most that run there from this replica until it is answered: its share, or what still runs when that is more. */
  readonly holds: number;
}

/** What a replica says of a pool with its lease call, so that several replicas share one order and its endpoints. */
export interface PoolShareReportV1 {
  readonly poolId: PoolId;
  readonly given: readonly NodeServiceV1[];
  readonly demand: readonly DemandV1[];
  readonly endpoints: readonly EndpointUseV1[];
}

/** What it is answered. */
export interface PoolShareUpdateV1 {
  readonly poolId: PoolId;
  /**
   * Names the lives of the replicas behind `elsewhere`; when it changes the totals are a new base, from which the next
   * differences are counted.
   */
  readonly basis: string;
  /** Totals of the other replicas. */
  readonly elsewhere: readonly NodeServiceV1[];
  /** Sequences this replica may have on each endpoint it named; those of all replicas never exceed the endpoint's slots. */
  readonly slots: readonly EndpointShareV1[];
}

export interface EndpointShareV1 {
  readonly endpointId: EndpointId;
  readonly slots: number;
}
