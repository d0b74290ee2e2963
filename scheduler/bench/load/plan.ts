/** What a load generator sends, and for how long; bounded by time and by count. */
export interface LoadPlan {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In turn. */
  readonly bodies: readonly string[];
  readonly durationMs: number;
  readonly maxRequests: number;
  /**
   * Closed: so many requests are always under way. Open: so many start each second whatever the server does, at
   * exponentially distributed intervals.
   */
  readonly mode: { readonly closed: number } | { readonly openPerSecond: number };
  readonly seed: number;
  /** Closed: who is refused comes again after so long, however often; absent: at once, and a hundred refusals end it. */
  readonly retryAfterMs?: number;
  /** Open: timers alone pace it, a millisecond late perhaps, and no core is spent on waiting. */
  readonly coarse?: boolean;
  /** Only answers that end after so long and within the time are counted, failures always: a steady state, without edges. */
  readonly warmUpMs?: number;
  /** What a complete answer's last event holds; `data: [DONE]` when not given. */
  readonly endMark?: string;
}

export interface LoadReport {
  readonly completed: number;
  /** Not 200, without `[DONE]`, cut or refused. */
  readonly failed: number;
  readonly firstFailure: string | null;
  readonly elapsedMs: number;
  /** Time in which answers were coming, summed over all of them, within the time that counts. */
  readonly streamingMs: number;
  /** From the moment a request should have been sent to the first byte of its first event. */
  readonly firstTokenMs: readonly number[];
  /** Where there is a warm-up: every answer that came whole before the end, also within it. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** In the order of sending, from 0: its body is that of the plan at this number, in turn. */
  readonly number: number;
  /** When it should have been sent, from the start: in an open loop the same in each run of one plan. */
  readonly dueMs: number;
  readonly firstTokenMs: number;
}
