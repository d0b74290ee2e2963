import type { ApplicationV1, DeploymentId, DeploymentV1, PoolId, ServiceClass, UseCaseId } from "@socle/contracts";
import type { FairQueues } from "../admission/fair-share/queue/fair-queues.port.js";
import type { Backlog } from "../admission/fair-share/queue/predict-wait.js";
import type { Standing } from "../admission/fair-share/queue/waiter.js";
import type { Clock } from "../kernel/clock.js";
import type { Placed } from "./placed.js";

/** A request that stands in line. */
export interface WaitingRequest {
  readonly decisionId: string;
  readonly application: Pick<ApplicationV1, "id" | "slug">;
  readonly serviceClass: ServiceClass;
  readonly deployments: readonly Pick<DeploymentV1, "id" | "poolId">[];
  /** What it will probably cost there. */
  readonly gpuSeconds: (deploymentId: DeploymentId) => number;
}

export interface WaitingLine {
  readonly deploymentId: DeploymentId;
  readonly poolId: PoolId;
  /** Requests of everybody. */
  readonly length: number;
  /** Those of the use case, first come first. */
  readonly requests: readonly StandingRequest[];
}

interface StandingRequest extends Standing, Pick<WaitingRequest, "decisionId" | "application" | "serviceClass"> {
  readonly waitedMs: number;
}

/** What an application may know of the lines: its use case's own requests. */
export interface WaitingReads {
  countOf(useCaseId: UseCaseId): number;
  /** O(own waiting requests × deployments of each × depth of the tree × siblings at each level). */
  linesOf(useCaseId: UseCaseId): readonly WaitingLine[];
  /** Calls back when a request of the use case joins or leaves a line, or the registry changes; returns how to stop. */
  watch(useCaseId: UseCaseId, changed: () => void): () => void;
}

export interface WaitingRequests extends WaitingReads {
  joined(useCaseId: UseCaseId, request: WaitingRequest): void;
  left(useCaseId: UseCaseId, decisionId: string): void;
  registryChanged(): void;
}

interface Entry extends WaitingRequest {
  readonly since: number;
}

/**
 * Who waits, by use case. Touched only by requests that have to wait; figures are worked out when somebody asks. An
 * application's requests have one class, so that they stand in order of arrival, as when they joined; the line may let
 * a more urgent one of its first ones pass.
 */
export const createWaitingRequests = (
  queue: Pick<FairQueues<Placed>, "length" | "standing">,
  clock: Pick<Clock, "monotonic">,
): WaitingRequests => {
  const entries = new Map<UseCaseId, Map<string, Entry>>();
  const watchers = new Map<UseCaseId, Set<() => void>>();
  const notify = (useCaseId: UseCaseId): void => watchers.get(useCaseId)?.forEach((changed) => changed());

  const lineOf = ({ id, poolId }: WaitingRequest["deployments"][number], waiting: readonly Entry[]): WaitingLine => {
    const before = new Map<string, Backlog>();
    const now = clock.monotonic();
    const requests = waiting.map(({ decisionId, application, serviceClass, since, ...entry }): StandingRequest => {
      const gpuSeconds = entry.gpuSeconds(id);
      const ahead = before.get(application.id) ?? { tickets: 0, gpuSeconds: 0 };
      before.set(application.id, { tickets: ahead.tickets + 1, gpuSeconds: ahead.gpuSeconds + gpuSeconds });
      const standing = queue.standing(id, application.id, ahead, gpuSeconds);
      return { decisionId, application, serviceClass, ...standing, waitedMs: now - since };
    });
    return { deploymentId: id, poolId, length: queue.length(id), requests };
  };

  return {
    countOf: (useCaseId) => entries.get(useCaseId)?.size ?? 0,
    linesOf(useCaseId) {
      const lines = new Map<DeploymentId, { deployment: WaitingRequest["deployments"][number]; waiting: Entry[] }>();
      for (const entry of entries.get(useCaseId)?.values() ?? []) {
        for (const deployment of entry.deployments) {
          const line = lines.get(deployment.id);
          if (line === undefined) lines.set(deployment.id, { deployment, waiting: [entry] });
          else line.waiting.push(entry);
        }
      }
      return [...lines.values()].map(({ deployment, waiting }) => lineOf(deployment, waiting));
    },
    watch(useCaseId, changed) {
      const listeners = watchers.get(useCaseId) ?? new Set();
      watchers.set(useCaseId, listeners.add(changed));
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0 && watchers.get(useCaseId) === listeners) watchers.delete(useCaseId);
      };
    },
    joined(useCaseId, request) {
      const own = entries.get(useCaseId) ?? new Map<string, Entry>();
      entries.set(useCaseId, own.set(request.decisionId, { ...request, since: clock.monotonic() }));
      notify(useCaseId);
    },
    left(useCaseId, decisionId) {
      const own = entries.get(useCaseId);
      own?.delete(decisionId);
      if (own?.size === 0) entries.delete(useCaseId);
      notify(useCaseId);
    },
    registryChanged() {
      for (const useCaseId of [...watchers.keys()]) notify(useCaseId);
    },
  };
};
