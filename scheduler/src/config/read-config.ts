import { accessSync, constants } from "node:fs";
import type { Environment } from "./environment.js";
import { readKubernetes } from "./read-kubernetes.js";
import { DEFAULT_LIMITS, LOG_LEVELS } from "./scheduler-config.js";
import type { SchedulerConfig, SchedulerLimits } from "./scheduler-config.js";

export type ConfigResult =
  | { readonly ok: true; readonly config: SchedulerConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

const REPLICA = /^[a-z0-9][a-z0-9.-]{0,62}$/;
/** Socle's own settings are never a model server's key, whatever an endpoint names. */
const OWN_SETTING = /^(?:SOCLE_.*_FILE|DATABASE_URL|KUBECONFIG|OIDC_.*)$/;

/** Collects every problem; messages name settings and never repeat their values. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string, fallback?: string): string {
    const value = this.env[name];
    if (value !== undefined && value !== "") return value;
    if (fallback === undefined) this.problems.push(`${name} is not set`);
    return fallback ?? "";
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.env[name];
    if (value === undefined || value === "") return fallback;
    const number = /^[0-9]{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.problems.push(`${name} must be a whole number from ${least} to ${most}`);
    return fallback;
  }

  url(name: string): string {
    const value = this.text(name);
    if (value === "") return value;
    const url = URL.parse(value);
    if (url === null || !["http:", "https:"].includes(url.protocol))
      this.problems.push(`${name} must be an http(s) URL`);
    return value.replace(/\/+$/, "");
  }

  optionalUrl(name: string): string | null {
    return this.env[name] === undefined || this.env[name] === "" ? null : this.url(name);
  }

  file(name: string): string {
    const path = this.text(name);
    if (path === "") return path;
    try {
      accessSync(path, constants.R_OK);
    } catch {
      this.problems.push(`${name} names a file that cannot be read`);
    }
    return path;
  }

  optionalFile(name: string): string | null {
    return this.env[name] === undefined || this.env[name] === "" ? null : this.file(name);
  }

  pattern(name: string, pattern: RegExp, meaning: string): string {
    const value = this.text(name);
    if (value !== "" && !pattern.test(value)) this.problems.push(`${name} must be ${meaning}`);
    return value;
  }

  oneOf<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const value = this.text(name, fallback);
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) this.problems.push(`${name} must be one of ${values.join(", ")}`);
    return known ?? fallback;
  }
}

const readLimits = (reader: Reader): SchedulerLimits => {
  const duration = (name: string, fallback: number): number => reader.integer(name, fallback, 1, 86_400_000);
  return {
    ...DEFAULT_LIMITS,
    maxBodyBytes: reader.integer("SOCLE_MAX_BODY_BYTES", DEFAULT_LIMITS.maxBodyBytes, 1024, 1_073_741_824),
    maxHeldBytes: reader.integer("SOCLE_MAX_HELD_BYTES", DEFAULT_LIMITS.maxHeldBytes, 1024 * 1024, 2 ** 40),
    maxConnections: reader.integer("SOCLE_MAX_CONNECTIONS", DEFAULT_LIMITS.maxConnections, 1, 1_000_000),
    maxWaitingRequests: reader.integer("SOCLE_MAX_WAITING_REQUESTS", DEFAULT_LIMITS.maxWaitingRequests, 0, 1_000_000),
    maxWaitingBytes: reader.integer("SOCLE_MAX_WAITING_BYTES", DEFAULT_LIMITS.maxWaitingBytes, 0, 2 ** 40),
    headersTimeoutMs: duration("SOCLE_HEADERS_TIMEOUT_MS", DEFAULT_LIMITS.headersTimeoutMs),
    requestTimeoutMs: duration("SOCLE_REQUEST_TIMEOUT_MS", DEFAULT_LIMITS.requestTimeoutMs),
    callerStallMs: duration("SOCLE_CALLER_STALL_MS", DEFAULT_LIMITS.callerStallMs),
    connectTimeoutMs: duration("SOCLE_CONNECT_TIMEOUT_MS", DEFAULT_LIMITS.connectTimeoutMs),
    firstByteTimeoutMs: duration("SOCLE_FIRST_BYTE_TIMEOUT_MS", DEFAULT_LIMITS.firstByteTimeoutMs),
    idleTimeoutMs: duration("SOCLE_IDLE_TIMEOUT_MS", DEFAULT_LIMITS.idleTimeoutMs),
    leaseWaitMs: duration("SOCLE_LEASE_WAIT_MS", DEFAULT_LIMITS.leaseWaitMs),
    stopGraceMs: duration("SOCLE_STOP_GRACE_MS", DEFAULT_LIMITS.stopGraceMs),
  };
};

/** Parses the environment into the one settings object, or names every problem at once. */
export const readConfig = (env: Environment): ConfigResult => {
  const reader = new Reader(env);
  const config: SchedulerConfig = {
    host: reader.text("SOCLE_INFERENCE_HOST", "127.0.0.1"),
    port: reader.integer("SOCLE_INFERENCE_PORT", 8081, 0, 65_535),
    controlPlaneUrl: reader.url("SOCLE_CONTROL_PLANE_URL"),
    stateDir: reader.text("SOCLE_STATE_DIR"),
    replica: reader.pattern("SOCLE_REPLICA", REPLICA, "lower-case letters, digits, dots and dashes, at most 63"),
    snapshotPublicKeyFile: reader.file("SOCLE_SNAPSHOT_PUBLIC_KEY_FILE"),
    privateKeyFile: reader.file("SOCLE_SCHEDULER_PRIVATE_KEY_FILE"),
    logLevel: reader.oneOf("SOCLE_LOG_LEVEL", LOG_LEVELS, "info"),
    otlpEndpoint: reader.optionalUrl("OTEL_EXPORTER_OTLP_ENDPOINT"),
    limits: Object.freeze(readLimits(reader)),
    kubernetes: readKubernetes(env, reader.problems),
    scrapeIntervalMs: reader.integer("SOCLE_SCRAPE_INTERVAL_MS", 1_000, 0, 60_000),
    endpointCaFile: reader.optionalFile("SOCLE_ENDPOINT_CA_FILE"),
    endpointKey: (variable) => (OWN_SETTING.test(variable) ? null : env[variable] || null),
  };
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, config: Object.freeze(config) };
};
