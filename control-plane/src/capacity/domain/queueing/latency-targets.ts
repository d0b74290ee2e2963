/** Milliseconds that 95 % of requests have to keep; null asks for nothing. */
export interface LatencyTargets {
  readonly ttftP95Ms: number | null;
  /** Allowed of a first token beside the reading of its own prompt; absent where nothing is. */
  readonly waitP95Ms?: number;
  readonly itlP95Ms: number | null;
}
