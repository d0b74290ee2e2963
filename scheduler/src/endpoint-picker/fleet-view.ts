import type { DeploymentId, EndpointId, PoolId } from "@socle/contracts";

/** One endpoint as a decision sees it; never changes while it is looked at. */
export interface EndpointView {
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  readonly poolId: PoolId;
  /** False while ejected: consecutive failures, not yet answered a probe. */
  readonly healthy: boolean;
  /** Sequences this replica has given it and that have not ended. */
  readonly running: number;
  readonly maxSequences: number;
}

/** What a picker may know of the request. */
export interface PickRequest {
  /** Sequences it takes on an engine: `n`. */
  readonly sequences: number;
  /** Endpoints that already failed this request. */
  readonly excluded: readonly EndpointId[];
}
