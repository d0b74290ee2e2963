/** One run of a job in this process. */
export interface Turn {
  /** Aborted when this process stops, or when the job is no longer its to do. */
  readonly signal: AbortSignal;
}

/**
 * Work that somebody asked for. The room's record with this id tells how far it is, and is what a person cancels: a run
 * that finds its record over ends. What is known to have failed is told there; what is thrown is tried again.
 */
export interface AskedJob {
  /** `room.verb-noun`. */
  readonly name: string;
  /** Runs that one process has at once. */
  readonly atOnce: number;
  run(id: string, turn: Turn): Promise<void>;
  /** Called when it was begun as often as it may be: its record is to say so. */
  giveUp(id: string): Promise<void>;
}

/** Work that comes round by itself, once in the whole installation however many processes there are. */
export interface RecurringJob {
  /** `room.verb-noun`. */
  readonly name: string;
  readonly everySeconds: number;
  run(turn: Turn): Promise<void>;
}
