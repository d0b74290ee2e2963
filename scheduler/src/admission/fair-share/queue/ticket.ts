import { SERVICE_CLASSES } from "@socle/contracts";
import type { NodeId, ServiceClass } from "@socle/contracts";

export const CLASS_COUNT = SERVICE_CLASSES.length;
export const BATCH = SERVICE_CLASSES.indexOf("batch");

/** How long a request waits before it is treated as one of the next better class. */
const AGEING_MS = 10_000;

/** How long a request may wait, by the class its use case was given. */
export const TIME_TO_LIVE_MS: Readonly<Record<ServiceClass, number>> = {
  interactive: 5_000,
  standard: 15_000,
  batch: 60_000,
};

/** Rank of a class after a wait: 0 goes first. */
export const rankOf = (classIndex: number, waitedMs: number): number =>
  Math.max(0, classIndex - Math.floor(waitedMs / AGEING_MS));

/** What a request brings to the queue. */
export interface TicketRequest {
  /** Leaf of the tree: the application. */
  readonly leafId: NodeId;
  /** From the use case, never from the client's body. */
  readonly serviceClass: ServiceClass;
  /** GPU-seconds it is expected to cost there. */
  readonly estimate: number;
  /** Sequences it needs on one endpoint. */
  readonly sequences: number;
  /** Monotonic milliseconds. */
  readonly arrivedAt: number;
  /** Monotonic milliseconds after which it must not run. */
  readonly deadline: number;
}

/**
 * GPUs that serve a request within its class's time to live: what it costs over that time, at most what it occupies while
 * it runs. Of a node, the sum of what waits under it: no more than its right when all can begin in time on that alone.
 */
export const paceOf = (serviceClass: ServiceClass, estimate: number, occupiedGpus: number): number =>
  Math.min((1000 * estimate) / TIME_TO_LIVE_MS[serviceClass], occupiedGpus);

/** A request that waits in the line of one deployment. */
export interface Ticket extends TicketRequest {
  readonly classIndex: number;
  /** Order of arrival. */
  readonly arrival: number;
  /** GPUs that it takes of the line while it waits: `paceOf` says how many. */
  readonly pace: number;
  /** It was cut: it keeps its place whatever the line holds, and is not counted against its node. */
  readonly kept: boolean;
  waiting: boolean;
}

export const createTicket = (request: TicketRequest, arrival: number, pace = 0, kept = false): Ticket => ({
  ...request,
  classIndex: SERVICE_CLASSES.indexOf(request.serviceClass),
  arrival,
  pace,
  kept,
  waiting: true,
});

/** Why a request is not let into the line, or has to leave it. */
export type QueueRefusal = "queue_full" | "share_of_queue_full" | "unknown_node" | "deadline_passed";
