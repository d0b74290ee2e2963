import type { DeploymentId, EndpointId, PoolId } from "@socle/contracts";

/** One endpoint as a decision sees it; never changes while it is looked at. */
export interface EndpointView {
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  readonly poolId: PoolId;
  /** False while ejected: consecutive failures, not yet answered a probe. */
  readonly healthy: boolean;
  /** Sequences this replica has given it and that have not ended. */
  readonly running: number;
  readonly maxSequences: number;
  /** What the engine says of itself; absent before its first scrape, or when it publishes nothing. */
  readonly gauges?: EndpointGauges;
}

/** Gauges of a model server, counts corrected by what this replica did since; `null` is what the engine does not publish. */
export interface EndpointGauges {
  /** Monotonic milliseconds of the scrape: how old they are is the reader's to weigh. */
  readonly at: number;
  readonly engine: string;
  /** Sequences in the running batch, of all callers. */
  readonly running: number | null;
  /** Sequences that wait inside the engine, of all callers. */
  readonly waiting: number | null;
  /** KV memory referenced by running sequences, 0 to 1. */
  readonly kvUse: number | null;
  /** Share of prompt tokens found in the prefix cache since the engine's start, 0 to 1. */
  readonly prefixHitRatio: number | null;
  /** Tokens the whole KV memory holds, and those of one block. */
  readonly kvTokens: number | null;
  readonly blockSize: number | null;
  /** LoRA adapters in use or asked for. */
  readonly adapters: readonly string[];
}

/** What a picker may know of the request. */
export interface PickRequest {
  /** Sequences it takes on an engine: `n`. */
  readonly sequences: number;
  /** Endpoints that already failed this request. */
  readonly excluded: readonly EndpointId[];
}
