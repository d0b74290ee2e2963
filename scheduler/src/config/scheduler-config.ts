import type { ClusterSource } from "../fleet/kubernetes/cluster-source.js";

/** Limits on what callers and model servers may take; durations in milliseconds, sizes in bytes. */
export interface SchedulerLimits {
  readonly maxBodyBytes: number;
  /** Bodies and gathered answers of all requests together. */
  readonly maxHeldBytes: number;
  readonly maxHeaderBytes: number;
  /** Callers' connections at one time; more are closed as they come. */
  readonly maxConnections: number;
  /** Time for a caller's request head, and for head and body together. */
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** A caller that takes nothing of its answer for this long is cut off. */
  readonly callerStallMs: number;
  readonly connectTimeoutMs: number;
  /** From the request to the first byte of a model server's answer. */
  readonly firstByteTimeoutMs: number;
  /** Between two pieces of an answer. */
  readonly idleTimeoutMs: number;
  /** Whole answers (not streams) are held in memory up to here. */
  readonly maxAnswerBytes: number;
  /** How long a request may wait for a lease. */
  readonly leaseWaitMs: number;
  /** What may wait for a place, all callers together: requests, and bytes of their bodies. */
  readonly maxWaitingRequests: number;
  readonly maxWaitingBytes: number;
  /** How long a stop waits for running answers. */
  readonly stopGraceMs: number;
}

/** Clusters whose pods are watched for model servers. */
export interface KubernetesConfig {
  readonly clusters: readonly ClusterSource[];
  /** `null`: every namespace. */
  readonly namespace: string | null;
  /** Narrows the label of model deployments further. */
  readonly selector: string | null;
}

export interface SchedulerConfig {
  readonly host: string;
  readonly port: number;
  readonly controlPlaneUrl: string;
  readonly stateDir: string;
  readonly replica: string;
  readonly snapshotPublicKeyFile: string;
  readonly privateKeyFile: string;
  readonly logLevel: LogLevel;
  /** `null`: OpenTelemetry is not loaded. */
  readonly otlpEndpoint: string | null;
  readonly limits: SchedulerLimits;
  /** `null`: no cluster is watched, and the client library is not loaded. */
  readonly kubernetes: KubernetesConfig | null;
  /** Milliseconds between two scrapes of a model server's gauges; 0 turns scraping off. */
  readonly scrapeIntervalMs: number;
  /** Certificates in PEM of authorities believed of model servers, beside the public ones; `null`: those alone. */
  readonly endpointCaFile: string | null;
  /** Key of a model server by the variable its endpoint names; `null` when it is not set. */
  readonly endpointKey: (variable: string) => string | null;
}

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export const DEFAULT_LIMITS: SchedulerLimits = {
  maxBodyBytes: 4 * 1024 * 1024,
  maxHeldBytes: 1024 * 1024 * 1024,
  maxHeaderBytes: 16 * 1024,
  maxConnections: 16_384,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  callerStallMs: 60_000,
  connectTimeoutMs: 2_000,
  firstByteTimeoutMs: 120_000,
  idleTimeoutMs: 60_000,
  maxAnswerBytes: 32 * 1024 * 1024,
  leaseWaitMs: 2_000,
  maxWaitingRequests: 16_384,
  maxWaitingBytes: 256 * 1024 * 1024,
  stopGraceMs: 25_000,
};
