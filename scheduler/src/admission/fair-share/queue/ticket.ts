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
  /** GPU-seconds it is expected to cost. */
  readonly estimate: number;
  /** Sequences it needs on one endpoint. */
  readonly sequences: number;
  /** Monotonic milliseconds. */
  readonly arrivedAt: number;
  /** Monotonic milliseconds after which it must not run. */
  readonly deadline: number;
}

/** A request that waits, in the line of every deployment that may serve it. */
export interface Ticket extends TicketRequest {
  readonly classIndex: number;
  /** Order of arrival. */
  readonly arrival: number;
  waiting: boolean;
}

export const createTicket = (request: TicketRequest, arrival: number): Ticket => ({
  ...request,
  classIndex: SERVICE_CLASSES.indexOf(request.serviceClass),
  arrival,
  waiting: true,
});

/** Why a request is not let into the line, or has to leave it. */
export type QueueRefusal = "queue_full" | "share_of_queue_full" | "unknown_node" | "deadline_passed";
