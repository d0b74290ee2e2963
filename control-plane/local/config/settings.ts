import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { LaunchFailure } from "../launch-failure.ts";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** What the launcher takes from its environment and command line; everything else has a default. */
export interface Settings {
  readonly stateFolder: string;
  /** 0 asks for a free port, kept from one start to the next. */
  readonly consolePort: number;
  readonly inferencePort: number;
  /** Owner's URL of an existing server; `null` starts the embedded one. */
  readonly databaseUrl: string | null;
  /** An existing provider; `null` starts the local one. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly logLevel: string;
  readonly otlpEndpoint: string | null;
  readonly seedFile: string;
  /** False when the caller named no seed file: the default is used for an empty registry only. */
  readonly seedAsked: boolean;
  readonly dev: boolean;
}

const OPTIONS = "--seed FILE, --dev";

/** Reads and checks every setting; all that is wrong is named in one line. */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const wrong: string[] = [];
  const options = readOptions(args, wrong);
  const settings: Settings = {
    stateFolder: stateFolder(env),
    consolePort: readPort(env, "SOCLE_PORT", 4000, wrong),
    inferencePort: readPort(env, "SOCLE_INFERENCE_PORT", 4100, wrong),
    databaseUrl: text(env, "DATABASE_URL"),
    oidc: readOidc(env, wrong),
    logLevel: text(env, "SOCLE_LOG_LEVEL") ?? "info",
    otlpEndpoint: text(env, "OTEL_EXPORTER_OTLP_ENDPOINT"),
    seedFile: resolve(options.seed ?? join(ROOT, "control-plane", "local", "seeds", "notre-ia.yaml")),
    seedAsked: options.seed !== null,
    dev: options.dev,
  };
  if (settings.consolePort !== 0 && settings.consolePort === settings.inferencePort)
    wrong.push("SOCLE_PORT and SOCLE_INFERENCE_PORT are the same");
  if (wrong.length > 0) throw new LaunchFailure(wrong.join("; "));
  return settings;
}

/** `SOCLE_HOME`, or `.socle` beside the code. */
export function stateFolder(env: NodeJS.ProcessEnv): string {
  const home = text(env, "SOCLE_HOME") ?? ".socle";
  return isAbsolute(home) ? home : join(ROOT, home);
}

function text(env: NodeJS.ProcessEnv, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

function readPort(env: NodeJS.ProcessEnv, name: string, byDefault: number, wrong: string[]): number {
  const value = text(env, name);
  if (value === null) return byDefault;
  if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value);
  wrong.push(`${name} must be a port number, or 0 for a free port`);
  return byDefault;
}

function readOidc(env: NodeJS.ProcessEnv, wrong: string[]): Settings["oidc"] {
  const issuer = text(env, "OIDC_ISSUER");
  if (issuer === null) return null;
  const clientId = text(env, "OIDC_CLIENT_ID");
  const clientSecret = text(env, "OIDC_CLIENT_SECRET");
  if (!URL.canParse(issuer)) wrong.push("OIDC_ISSUER must be a URL");
  if (clientId === null) wrong.push("OIDC_CLIENT_ID is missing beside OIDC_ISSUER");
  if (clientSecret === null) wrong.push("OIDC_CLIENT_SECRET is missing beside OIDC_ISSUER");
  return { issuer, clientId: clientId ?? "", clientSecret: clientSecret ?? "" };
}

function readOptions(args: readonly string[], wrong: string[]): { seed: string | null; dev: boolean } {
  const options: { seed: string | null; dev: boolean } = { seed: null, dev: false };
  const rest = [...args];
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    if (option === "--dev") options.dev = true;
    else if (option.startsWith("--seed=")) options.seed = option.slice("--seed=".length);
    else if (option === "--seed") options.seed = rest.shift() ?? "";
    else wrong.push(`unknown option ${option} (there are: ${OPTIONS})`);
  }
  if (options.seed === "") wrong.push("--seed wants a file");
  return options;
}
