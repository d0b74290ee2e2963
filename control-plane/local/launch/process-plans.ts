import { join } from "node:path";
import { environment } from "../config/environment.ts";
import { ROOT, type Settings } from "../config/settings.ts";
import { answers } from "../processes/readiness.ts";
import type { ProcessPlan } from "../processes/supervised-process.ts";
import type { Secrets } from "../state/secrets.ts";
import type { StateFolder } from "../state/state-folder.ts";
import { LOG_NAMES, LOG_ORIGIN, SIGNATURE_TYPES, verifierKey, WITNESS_NAME } from "../state/verifier-key.ts";
import { ENTRIES } from "./program.ts";
import type { Engine } from "./seeding.ts";

/** Addresses and secrets that the processes of one installation share. */
export interface Scene {
  readonly settings: Settings;
  readonly state: StateFolder;
  readonly secrets: Secrets;
  readonly consolePort: number;
  readonly inferencePort: number;
  readonly witnessPort: number;
  readonly applicationDatabaseUrl: string;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
}

const HOST = "127.0.0.1";
/** The local provider trusts this client; the name means nothing elsewhere. */
export const LOCAL_CLIENT = "socle-console";

export const consoleUrl = (port: number) => `http://${HOST}:${port}`;

export function controlPlanePlan(scene: Scene): ProcessPlan {
  const { settings, secrets, consolePort } = scene;
  return nodePlan("control-plane", scene.state, [ENTRIES.controlPlane], `${consoleUrl(consolePort)}/readyz`, {
    ...inherited(),
    SOCLE_HOST: HOST,
    SOCLE_PORT: String(consolePort),
    SOCLE_PUBLIC_URL: consoleUrl(consolePort),
    DATABASE_URL: scene.applicationDatabaseUrl,
    OIDC_ISSUER: scene.oidc.issuer,
    OIDC_CLIENT_ID: scene.oidc.clientId,
    OIDC_CLIENT_SECRET: scene.oidc.clientSecret,
    SOCLE_SESSION_SECRET: secrets.sessionSecret,
    SOCLE_SNAPSHOT_SIGNING_KEY_FILE: secrets.snapshotPrivateKeyFile,
    SOCLE_SCHEDULER_PUBLIC_KEY_FILE: secrets.schedulerPublicKeyFile,
    SOCLE_POLICIES_DIR: join(ROOT, "policies"),
    SOCLE_CONSOLE_DIR: join(ROOT, "console", "dist", "app"),
    SOCLE_LOG_LEVEL: settings.logLevel,
    SOCLE_TRANSPARENCY_DIR: scene.state.transparency,
    SOCLE_TRANSPARENCY_KEY_FILE: secrets.transparencyPrivateKeyFile,
    SOCLE_TRANSPARENCY_ORIGIN: LOG_ORIGIN,
    SOCLE_WITNESS_URL: `http://${HOST}:${scene.witnessPort}`,
  });
}

/** The compliance cell's service. It is told nothing of the data base and holds no key but its own. */
export function witnessPlan({ state, secrets, witnessPort }: Scene): ProcessPlan {
  const logKey = (log: string) =>
    verifierKey(`${LOG_ORIGIN}/${log}`, SIGNATURE_TYPES.log, secrets.transparencyPublicKeyFile);
  return nodePlan("witness", state, [ENTRIES.witness], `http://${HOST}:${witnessPort}/healthz`, {
    PATH: environment.PATH,
    SOCLE_WITNESS_HOST: HOST,
    SOCLE_WITNESS_PORT: String(witnessPort),
    SOCLE_WITNESS_NAME: WITNESS_NAME,
    SOCLE_WITNESS_KEY_FILE: secrets.witnessPrivateKeyFile,
    SOCLE_WITNESS_STATE_DIR: state.witness,
    SOCLE_WITNESS_LOG_KEYS: LOG_NAMES.map(logKey).join(","),
  });
}

/** Inherits the environment, because a model server's own key is named by a variable of it. */
export function schedulerPlan(scene: Scene): ProcessPlan {
  const { settings, secrets, state, inferencePort } = scene;
  const { DATABASE_URL: _database, OIDC_CLIENT_SECRET: _oidc, ...rest } = inherited();
  return nodePlan("scheduler", state, [ENTRIES.scheduler], `http://${HOST}:${inferencePort}/readyz`, {
    ...rest,
    SOCLE_INFERENCE_HOST: HOST,
    SOCLE_INFERENCE_PORT: String(inferencePort),
    SOCLE_CONTROL_PLANE_URL: consoleUrl(scene.consolePort),
    SOCLE_STATE_DIR: state.scheduler,
    SOCLE_REPLICA: "local-1",
    // Libraries check less in production; graphql-js asks only here.
    NODE_ENV: "production",
    SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: secrets.snapshotPublicKeyFile,
    SOCLE_SCHEDULER_PRIVATE_KEY_FILE: secrets.schedulerPrivateKeyFile,
    SOCLE_LOG_LEVEL: settings.logLevel,
  });
}

export function oidcProviderPlan(scene: Scene, usersFile: string): ProcessPlan {
  const { secrets, oidc } = scene;
  const url = consoleUrl(scene.consolePort);
  return nodePlan("oidc-provider", scene.state, [ENTRIES.oidcProvider], `${oidc.issuer}/healthz`, {
    PATH: environment.PATH,
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_REDIRECT_URI: `${url}/auth/callback`,
    OIDC_POST_LOGOUT_REDIRECT_URI: `${url}/`,
    OIDC_COOKIE_KEY: secrets.oidcCookieKey,
    OIDC_SIGNING_KEY_FILE: secrets.oidcKeyFile,
    OIDC_USERS_FILE: usersFile,
  });
}

export function enginePlan(scene: Scene, engine: Engine): ProcessPlan {
  const options = {
    host: HOST,
    port: engine.port,
    model: engine.model,
    seed: engine.seed,
    "alpha-ms": engine.alphaMs,
    "beta-ms": engine.betaMs,
    "prefill-us-per-token": engine.prefillUsPerToken,
    "max-num-seqs": engine.maxSequences,
    "time-scale": engine.timeScale,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const name = `engine-${engine.id.replaceAll(/[^a-z0-9.]+/gi, "-")}`;
  return nodePlan(name, scene.state, [ENTRIES.engine, ...args], `${engine.url}/health`, { PATH: environment.PATH });
}

function nodePlan(
  name: string,
  state: StateFolder,
  args: readonly string[],
  readyUrl: string,
  env: NodeJS.ProcessEnv,
): ProcessPlan {
  return {
    name,
    command: process.execPath,
    args: ["--enable-source-maps", ...args],
    env,
    cwd: ROOT,
    log: join(state.logs, `${name}.log`),
    stopSignal: "SIGTERM",
    ready: () => answers(readyUrl),
  };
}

/** npm's own variables are noise for a server, and tokens may be among them. */
function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_/i.test(name)));
}
