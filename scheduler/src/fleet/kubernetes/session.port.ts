/** What one session with a cluster's API server tells. All calls are synchronous and never after `ended` or `stop`. */
export interface SessionListener<T> {
  /** The server answered: a list, a watch that opened, an event. */
  heard(): void;
  /**
   * The objects as they are now, told after each change and at most once a turn of the event loop. `deleted` counts
   * deletions told one by one since the last time; objects missing from a new list are not among them.
   */
  told(objects: readonly T[], deleted: number): void;
  /** The session is over and tells nothing more. */
  ended(fault: SessionFault): void;
}

export interface SessionFault {
  /** For the log: a status or a code of the network, never a header or a body. */
  readonly reason: string;
  /** Seconds the server asked to wait; 0 when it did not. */
  readonly retryAfterSeconds: number;
}

/** Opens a session on one kind of object: lists, then watches, until it is stopped or something fails. */
export type OpenSession<T> = (listener: SessionListener<T>) => { stop(): void };
