/** What one operation carries beside its query: taken from HTTP headers, or from a socket's `connection_init`. */
export interface CallContext {
  readonly requestId: string;
  readonly authorization: string | null;
  /** Value of `x-socle-labels`, added to by the input's own labels. */
  readonly labels: string | null;
  /** Reference of the decision that it serves, from `x-decision-ref`. */
  readonly decisionRef: string | null;
  readonly traceparent: string | null;
  /** Monotonic time of the operation's first byte. */
  readonly receivedAt: number;
  /** Fires when the caller is gone. */
  readonly signal: AbortSignal;
}
