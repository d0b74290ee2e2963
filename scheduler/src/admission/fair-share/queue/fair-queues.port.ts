import type { DemandV1, DeploymentId, NodeId, PoolId, SnapshotV1 } from "@socle/contracts";
import type { PoolShares } from "../order/pool-shares.js";
import type { Backlog } from "./predict-wait.js";
import type { Chosen, Grant, Joined, Standing, Waiter } from "./waiter.js";

/** What the order of requests depends on in a snapshot. */
export type SharedSnapshot = Pick<
  SnapshotV1,
  "organisations" | "useCases" | "applications" | "allocations" | "deployments"
>;

/** Sequences of a deployment now. */
export interface DeploymentRoom {
  /** Healthy endpoints. */
  readonly endpoints: number;
  /** Sequences that this replica may have on them together. */
  readonly sequences: number;
  readonly running: number;
  /** Most sequences that one healthy endpoint has places for now. */
  readonly free: number;
}

/** What may wait at this replica, for all deployments together: it bounds memory. */
export interface WaitingLimits {
  readonly maxWaitingRequests: number;
  /** Of their bodies. */
  readonly maxWaitingBytes: number;
}

export interface FairQueuesOptions {
  readonly limits: WaitingLimits;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly roomOf: (deploymentId: DeploymentId) => DeploymentRoom;
  /** Runs an action after some milliseconds; absent: a cut that only time allows waits for the next event. */
  readonly after?: (ms: number, action: () => void) => void;
}

/**
 * Who waits for which deployment, over all pools, and what each pool's nodes were served: one account a pool, one line a
 * deployment. Holds no timer: deadlines leave by `leave`. Nothing is polled: `wake` is called when a place may be free.
 */
export interface FairQueues<Choice extends Chosen> {
  /** Follows a new snapshot; who waits and what runs stays. */
  follow(snapshot: SharedSnapshot): void;
  /**
   * Serves the waiter at once when it may run and nobody goes before it; otherwise puts it in line, where it may make
   * others leave that are further beyond their rights. One that was cut joins again at the place it had, whatever the line
   * holds.
   */
  join(waiter: Waiter<Choice>): Joined;
  leave(waiter: Waiter<Choice>): void;
  /** Places may be free on the deployment. */
  wake(deploymentId: DeploymentId): void;
  length(deploymentId: DeploymentId): number;
  /**
   * Where a request that waits for the deployment stands in its whole line, with `ahead` of it in its own application and
   * `own` GPU-seconds of its own.
   */
  standing(deploymentId: DeploymentId, leafId: NodeId, ahead: Backlog, own: number): Standing;
  /** A running request moved to another deployment without waiting: a retry. */
  move(grant: Grant, waiter: Waiter<Choice>, deploymentId: DeploymentId): Grant;
  /** What it is charged so far by what was told of its service. */
  progress(grant: Grant, gpuSeconds: number): void;
  /** It no longer runs: its place is free before anybody is woken. */
  vacate(grant: Grant): void;
  /** Its true cost, GPU-seconds; 0 when it never ran. Vacates too. */
  settle(grant: Grant, gpuSeconds: number): void;
  /** The account of a pool, for explanations and for the exchange between replicas. */
  shares(poolId: PoolId): PoolShares | undefined;
  /** What runs and waits for the deployments of a pool, by branch of the tree, for the same exchange. */
  demand(poolId: PoolId): readonly DemandV1[];
}
