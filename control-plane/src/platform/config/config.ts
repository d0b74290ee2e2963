import { readFileSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { MailSettings } from "../mail/smtp-mailer.js";
import { RETENTION, type RetentionRule } from "../retention/retention-rules.js";
import type { LogSettings } from "./log-settings.js";

/** Everything the control plane can be told, parsed once at start. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: URL;
  readonly databaseUrl: string;
  readonly oidc: { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string };
  readonly sessionSecret: string;
  readonly snapshotSigningKey: KeyObject;
  /** Keys of the replicas; several while they change. */
  readonly schedulerPublicKeys: readonly KeyObject[];
  readonly policiesDir: string;
  readonly consoleDir: string | null;
  readonly logLevel: string;
  readonly otlpEndpoint: string | null;
  /** Without it nobody is reminded by mail. */
  readonly mail: MailSettings | null;
  readonly logs: LogSettings | null;
  /** Months by table, where they are set. */
  readonly retention: Readonly<Partial<Record<RetentionRule["table"], number>>>;
  /** Addresses and networks of proxies that are believed about whom they speak for; none by default. */
  readonly trustedProxies: readonly string[];
}

/** Settings that are missing or wrong, by name; values are never repeated, some are secrets. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
  }
}

/** The AI Act keeps logs for six months at least. */
const LEAST_RETENTION_MONTHS = 6;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** Reads settings by name and collects every problem before it gives up. */
class Reader {
  readonly problems: string[] = [];
  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  text(name: string, fallback?: string): string {
    const value = this.env[name];
    if (value !== undefined && value !== "") return value;
    if (fallback === undefined) this.problems.push(`${name}: is required`);
    return fallback ?? "";
  }

  optional(name: string): string | null {
    return this.env[name] === undefined || this.env[name] === "" ? null : this.env[name];
  }

  port(name: string): number {
    const port = Number(this.text(name, "0"));
    if (!Number.isInteger(port) || port < 0 || port > 65_535) this.problems.push(`${name}: is not a port`);
    return port;
  }

  url(name: string, protocols: readonly string[]): URL {
    const text = this.text(name);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && protocols.includes(url.protocol)) return url;
    if (text !== "") this.problems.push(`${name}: must be a URL starting with ${protocols.join(" or ")}`);
    return new URL("http://invalid.invalid");
  }

  secret(name: string, length: number): string {
    const value = this.text(name);
    if (value !== "" && value.length < length) this.problems.push(`${name}: needs at least ${length} characters`);
    return value;
  }

  choice(name: string, values: readonly string[], fallback: string): string {
    const value = this.text(name, fallback);
    if (!values.includes(value)) this.problems.push(`${name}: must be one of ${values.join(", ")}`);
    return value;
  }

  networks(name: string): readonly string[] {
    const listed = (this.optional(name) ?? "").split(",").map((each) => each.trim());
    const networks = listed.filter(Boolean);
    if (networks.some((each) => isIP(each.split("/")[0] ?? "") === 0))
      this.problems.push(`${name}: must be addresses or networks, separated by commas`);
    return networks;
  }

  /** Whole months, null where nothing is set. */
  months(name: string, least: number): number | null {
    const text = this.optional(name);
    if (text === null) return null;
    const months = Number(text);
    if (!Number.isInteger(months) || months < least) this.problems.push(`${name}: must be ${String(least)} or more`);
    return months;
  }

  folder(name: string, path: string | null): string {
    if (path !== null && path !== "" && !(statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
      this.problems.push(`${name}: is not a folder`);
    }
    return path ?? "";
  }

  key(name: string, parse: (pem: string) => KeyObject): KeyObject | null {
    return this.keys(name, parse)[0] ?? null;
  }

  /** The keys of a file, one after the other; none only where that is a problem. */
  keys(name: string, parse: (pem: string) => KeyObject): readonly KeyObject[] {
    const path = this.text(name);
    if (path === "") return [];
    try {
      const blocks = readFileSync(path, "utf8").match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/gu) ?? [];
      const keys = blocks.map(parse);
      if (keys.length > 0 && keys.every((key) => key.asymmetricKeyType === "ed25519")) return keys;
    } catch {
      // The one line below covers a file that is absent, unreadable or not a key.
    }
    this.problems.push(`${name}: is not a readable Ed25519 key in PEM`);
    return [];
  }
}

/** @throws ConfigError naming every setting that is missing or wrong */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = new Reader(env);
  const consoleDir = read.optional("SOCLE_CONSOLE_DIR");
  const snapshotSigningKey = read.key("SOCLE_SNAPSHOT_SIGNING_KEY_FILE", createPrivateKey);
  const schedulerPublicKeys = read.keys("SOCLE_SCHEDULER_PUBLIC_KEY_FILE", createPublicKey);
  const rest = {
    production: env["NODE_ENV"] === "production",
    host: read.text("SOCLE_HOST", "127.0.0.1"),
    port: read.port("SOCLE_PORT"),
    publicUrl: read.url("SOCLE_PUBLIC_URL", ["http:", "https:"]),
    databaseUrl: read.url("DATABASE_URL", ["postgres:", "postgresql:"]).href,
    oidc: {
      issuer: read.url("OIDC_ISSUER", ["http:", "https:"]),
      clientId: read.text("OIDC_CLIENT_ID"),
      clientSecret: read.text("OIDC_CLIENT_SECRET"),
    },
    sessionSecret: read.secret("SOCLE_SESSION_SECRET", 32),
    policiesDir: read.folder("SOCLE_POLICIES_DIR", read.text("SOCLE_POLICIES_DIR")),
    consoleDir: consoleDir === null ? null : read.folder("SOCLE_CONSOLE_DIR", consoleDir),
    logLevel: read.choice("SOCLE_LOG_LEVEL", LOG_LEVELS, "info"),
    otlpEndpoint: read.optional("OTEL_EXPORTER_OTLP_ENDPOINT"),
    mail: mailSettings(read),
    logs: logSettings(read),
    retention: retentionSettings(read),
    trustedProxies: read.networks("SOCLE_TRUSTED_PROXIES"),
  };
  if (read.problems.length > 0 || snapshotSigningKey === null) {
    throw new ConfigError(read.problems);
  }
  return Object.freeze({ ...rest, snapshotSigningKey, schedulerPublicKeys });
}

/** A mail server asks for the address that mails are from. */
function mailSettings(read: Reader): MailSettings | null {
  if (read.optional("SOCLE_SMTP_URL") === null) return null;
  return { server: read.url("SOCLE_SMTP_URL", ["smtp:", "smtps:"]), from: read.text("SOCLE_MAIL_FROM") };
}

function retentionSettings(read: Reader): Config["retention"] {
  const set = RETENTION.map(({ table, setting, leastMonths }) => [table, read.months(setting, leastMonths)] as const);
  return Object.fromEntries(set.filter(([, months]) => months !== null));
}

/** One setting asks for the others: without a folder there is no log. */
function logSettings(read: Reader): LogSettings | null {
  const folder = read.optional("SOCLE_TRANSPARENCY_DIR");
  const inDatabase = read.choice("SOCLE_TRANSPARENCY_STORAGE", ["folder", "database"], "folder") === "database";
  if (folder === null && !inDatabase) return null;
  if (folder !== null && inDatabase)
    read.problems.push("SOCLE_TRANSPARENCY_DIR: is not used with storage in the database");
  const signingKey = read.key("SOCLE_TRANSPARENCY_KEY_FILE", createPrivateKey);
  const origin = read.text("SOCLE_TRANSPARENCY_ORIGIN");
  if (/[\s+]/u.test(origin)) read.problems.push("SOCLE_TRANSPARENCY_ORIGIN: has neither spaces nor plus");
  const earlierKeys = read
    .text("SOCLE_TRANSPARENCY_EARLIER_KEYS", " ")
    .split(",")
    .map((key) => key.trim());
  const witness = read.optional("SOCLE_WITNESS_URL");
  const witnessUrl = witness === null ? null : read.url("SOCLE_WITNESS_URL", ["http:", "https:"]);
  const witnessRequired = read.choice("SOCLE_WITNESS_REQUIRED", ["true", "false"], "false") === "true";
  if (witnessRequired && witness === null) read.problems.push("SOCLE_WITNESS_REQUIRED: needs SOCLE_WITNESS_URL");
  const retentionMonths = read.months("SOCLE_TRANSPARENCY_RETENTION_MONTHS", LEAST_RETENTION_MONTHS);
  const rest = { origin, earlierKeys: earlierKeys.filter(Boolean), witnessUrl, witnessRequired, retentionMonths };
  return signingKey && { folder, signingKey, ...rest };
}

/** The process's own settings; exits with one line per problem. */
export function loadConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
