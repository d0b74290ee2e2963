/** An answer that the server gives instead of serving. */
export interface Refusal {
  readonly status: 401 | 403 | 429 | 500 | 503;
  readonly retryAfterSeconds?: number;
  /** Answers it is given to; then the server serves again. */
  times: number;
  /** Only paths that contain this. */
  readonly path?: string;
  /** Only this method. */
  readonly method?: string;
}

/** What can be wrong with the API server; each was seen on a real one. Changed while it runs. */
export interface Faults {
  refusal: Refusal | null;
  /** Lists take this long. */
  slowListMs: number;
  /** Watch events come this late. */
  lateEventsMs: number;
  /** Every watch event comes twice. */
  duplicateEvents: boolean;
  /** Watch events are never sent, though their streams stay open. */
  loseEvents: boolean;
  /** Bearer token that is asked for; `null` lets everybody in. Changing it is what expiry does to a client. */
  token: string | null;
}

export const noFaults = (): Faults => ({
  refusal: null,
  slowListMs: 0,
  lateEventsMs: 0,
  duplicateEvents: false,
  loseEvents: false,
  token: null,
});
