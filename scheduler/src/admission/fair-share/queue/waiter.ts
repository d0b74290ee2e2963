import type { DeploymentId, FairnessLevelV1, NodeId, PoolId, ServiceClass } from "@socle/contracts";
import type { Charge } from "../order/pool-shares.js";
import type { CutServer } from "./cut-batch.js";
import type { QueueRefusal } from "./ticket.js";

/** What a request may hold while it runs: its place in the pool's account. */
export interface Grant {
  readonly poolId: PoolId;
  readonly charge: Charge;
  /** From the leaf to the root, as they were before this request was charged. */
  readonly levels: readonly FairnessLevelV1[];
}

/** An endpoint that was chosen, by whatever the caller chooses with. */
export interface Chosen {
  readonly endpoint: { readonly deploymentId: DeploymentId };
}

/** A request that wants a free sequence on any of some deployments. */
export interface Waiter<Choice extends Chosen> {
  readonly leafId: NodeId;
  readonly serviceClass: ServiceClass;
  readonly deployments: readonly DeploymentId[];
  readonly sequences: number;
  /** Memory that it holds while it waits. */
  readonly bytes: number;
  /** GPU-seconds it will probably cost there: what the line expects of it. */
  readonly estimate: (deploymentId: DeploymentId) => number;
  /** GPU-seconds it is charged when it starts there. */
  readonly startsAt: (deploymentId: DeploymentId) => number;
  /** An endpoint that has room for it now; `null` when none has. Changes nothing. */
  readonly choose: (deployments: readonly DeploymentId[]) => Choice | null;
  /** Whether anybody could go to these deployments now; absent: nobody, when this one has found no room. */
  readonly anyRoom?: (deployments: readonly DeploymentId[]) => boolean;
  /** Order among requests of one application and class that could go now, least first; absent: the line's own. */
  readonly urgency?: (choice: Choice) => number;
  /** How a batch request that runs is taken off its endpoint; absent: it never is. */
  readonly cut?: {
    /** Where it runs; `null` once something of its answer has reached its caller, or when its place would be of no use. */
    server(): CutServer | null;
    /** Ends it there and settles what it used. The answer joins the same waiter again, once its place is taken. */
    now(): () => void;
  };
  /** It begins, or ends, to wait in a pool. */
  readonly waitsIn?: (poolId: PoolId, delta: 1 | -1) => void;
  /** It waited and has to leave all lines, for others. */
  readonly turnedAway: (reason: QueueRefusal) => void;
  /** It is its turn. False when it no longer wants the place. */
  readonly placed: (choice: Choice, grant: Grant) => boolean;
}

/** A request's place in the whole line of a deployment, as the fair order will serve who waits now. */
export interface Standing {
  /** From 1. */
  readonly position: number;
  readonly predictedWaitMs: number;
}

export type Joined =
  | { readonly kind: "served" }
  | ({ readonly kind: "waits" } & Standing)
  | { readonly kind: "refused"; readonly reason: QueueRefusal };
