import type { DeploymentId } from "@socle/contracts";

/** A request that waits for a free sequence on any of some deployments. */
export interface Waiter {
  readonly deployments: readonly DeploymentId[];
  /** Tried when a place may be free; answers whether it took it, or no longer wants it. */
  readonly take: (deploymentId: DeploymentId) => "taken" | "gone" | "still_full";
}

/** First come, first served within each deployment. Bounded; holds no timer: deadlines leave by `leave`. */
export interface WaitQueue {
  /** Position in the longest line it stands in, from 1; `null` when every line is full. */
  join(waiter: Waiter): number | null;
  leave(waiter: Waiter): void;
  /** Nobody waits there: a newcomer may be served at once. */
  isEmpty(deploymentId: DeploymentId): boolean;
  length(deploymentId: DeploymentId): number;
  /** Places may be free on the deployment: serves its line in order until one finds it full. */
  wake(deploymentId: DeploymentId): void;
}

export const createWaitQueue = (maxLength: number): WaitQueue => {
  const lines = new Map<DeploymentId, Set<Waiter>>();
  const waiting = (deploymentId: DeploymentId): ReadonlySet<Waiter> | undefined => lines.get(deploymentId);

  const leave = (waiter: Waiter): void => {
    for (const deploymentId of waiter.deployments) {
      const line = lines.get(deploymentId);
      line?.delete(waiter);
      if (line?.size === 0) lines.delete(deploymentId);
    }
  };

  return {
    join(waiter) {
      const open = waiter.deployments.filter((id) => (waiting(id)?.size ?? 0) < maxLength);
      if (open.length === 0) return null;
      for (const id of waiter.deployments) lines.set(id, (lines.get(id) ?? new Set()).add(waiter));
      return Math.max(...waiter.deployments.map((id) => waiting(id)?.size ?? 0));
    },
    leave,
    isEmpty: (deploymentId) => waiting(deploymentId) === undefined,
    length: (deploymentId) => waiting(deploymentId)?.size ?? 0,
    wake(deploymentId) {
      for (const waiter of [...(waiting(deploymentId) ?? [])]) {
        const outcome = waiter.take(deploymentId);
        if (outcome === "still_full") return;
        leave(waiter);
      }
    },
  };
};
