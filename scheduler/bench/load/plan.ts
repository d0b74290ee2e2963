/** What a load generator sends, and for how long; bounded by time and by count. */
export interface LoadPlan {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly durationMs: number;
  readonly maxRequests: number;
  /**
   * Closed: so many requests are always under way. Open: so many start each second whatever the server does, at
   * exponentially distributed intervals.
   */
  readonly mode: { readonly closed: number } | { readonly openPerSecond: number };
  readonly seed: number;
  /** What a complete answer's last event holds; `data: [DONE]` when not given. */
  readonly endMark?: string;
}

export interface LoadReport {
  readonly completed: number;
  /** Not 200, without `[DONE]`, cut or refused. */
  readonly failed: number;
  readonly firstFailure: string | null;
  readonly elapsedMs: number;
  /** From the moment a request should have been sent to the first byte of its first event. */
  readonly firstTokenMs: readonly number[];
}
