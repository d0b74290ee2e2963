import type { DeploymentId, EndpointId, PoolId } from "@socle/contracts";

/** One endpoint as a decision sees it; never changes while it is looked at. */
export interface EndpointView {
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  readonly poolId: PoolId;
  /** False while ejected: too many failures, not yet answered a probe, and others to go to. */
  readonly healthy: boolean;
  /** Sequences this replica has given it and that have not ended. */
  readonly running: number;
  /** Sequences this replica may have there: the profile's, or its share of them among several replicas. */
  readonly maxSequences: number;
  /** What the engine says of itself; absent before its first scrape, or when it publishes nothing. */
  readonly gauges?: EndpointGauges;
  /** What this scheduler knows of the endpoint's work; absent where nobody keeps account: then it is idle. */
  readonly load?: EndpointLoad;
  /** How far its slow start has come, above 0 to 1; absent is 1. */
  readonly warmth?: number;
  /** Micro-euros and kWh of a million tokens there: decide between equals. */
  readonly costPerMillion?: number;
  readonly energyPerMillion?: number;
}

/** Own accounting of one endpoint's work, corrected by gauges for what other callers have there. */
export interface EndpointLoad {
  /** Uncached prompt tokens of requests that have no first token yet. */
  readonly pendingTokens: number;
  /** Sequences that have not ended. */
  readonly inFlight: number;
  /** KV tokens that running sequences hold or will hold: prompt and expected output. */
  readonly reservedTokens: number;
  /** Prompt tokens of sequences past their first token. */
  readonly decodingTokens: number;
  /** KV tokens the endpoint holds; `null` when unknown. */
  readonly kvTokens: number | null;
  readonly step: StepCoefficients;
  /** Seconds between two tokens of one sequence, as lately seen. */
  readonly tokenSeconds: number;
}

/** A step of continuous batching lasts `alpha + beta·sequences + prefill·prompt tokens` seconds. */
export interface StepCoefficients {
  readonly alphaSeconds: number;
  readonly betaSeconds: number;
  readonly prefillSecondsPerToken: number;
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

/** What a picker may know of the request. Absent figures are 0: the request is then short. */
export interface PickRequest {
  /** Sequences it takes on an engine: `n`. */
  readonly sequences: number;
  /** Endpoints that already failed this request. */
  readonly excluded: readonly EndpointId[];
  /** It has had its turn and failed elsewhere: it goes where it may, without waiting for room. */
  readonly again?: boolean;
  readonly promptTokens?: number;
  /** Expected output tokens of one sequence. */
  readonly outputTokens?: number;
  /** Chained hashes of the prompt's leading blocks, salted by organisation. */
  readonly blocks?: readonly number[];
  /** Prompt tokens each endpoint is thought to hold already. */
  readonly cached?: CachedPrefix;
  /** Prompt tokens computed again later for each one computed now, since it takes another's place in a cache. */
  readonly writeCost?: number;
  /** What requests in line bring to an endpoint before it, where it would have to wait; absent: nothing. */
  readonly ahead?: (endpointId: EndpointId) => EndpointWork;
  /** LoRA adapter it asks for. */
  readonly adapter?: string;
}

/** What requests bring to an endpoint. */
export interface EndpointWork {
  /** Prompt tokens that it has to compute. */
  readonly promptTokens: number;
  /** KV tokens that they take to their end. */
  readonly memoryTokens: number;
}

/** Leading prompt tokens that an endpoint's prefix cache is thought to hold. */
export interface CachedPrefix {
  tokensOn(endpointId: EndpointId): number;
}
