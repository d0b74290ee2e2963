import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { fileURLToPath } from "node:url";
import { AppModule } from "../../control-plane/src/app.module.js";
import type { Config } from "../../control-plane/src/platform/config/config.js";
import type { LogSettings } from "../../control-plane/src/platform/config/log-settings.js";
import { HTTP_LIMITS, type HttpLimits } from "../../control-plane/src/platform/http/bounded-adapter.js";
import { startWebApplication, type WebApplication } from "../../control-plane/src/platform/http/web-application.js";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import { CLIENT } from "./oidc-provider.js";
import { freePort } from "./free-port.js";

export interface TestControlPlane {
  readonly origin: string;
  /** Signs internal calls as a scheduler replica would. */
  readonly schedulerKey: KeyObject;
  /** Verifies snapshots as a scheduler replica would. */
  readonly snapshotPublicKey: KeyObject;
  stop(): Promise<void>;
}

export interface TestSettings {
  readonly databaseUrl: string;
  readonly issuer?: string;
  readonly port?: number;
  readonly consoleDir?: string;
  readonly production?: boolean;
  readonly logs?: LogSettings;
  readonly trustedProxies?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
}

/** The whole control plane in this process, on a free loopback port. */
export async function startControlPlane(settings: TestSettings): Promise<TestControlPlane> {
  const port = settings.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const snapshotKey = generateKeyPairSync("ed25519");
  const schedulerKey = generateKeyPairSync("ed25519");
  const config: Config = {
    production: settings.production ?? false,
    host: "127.0.0.1",
    port,
    publicUrl: new URL(origin),
    databaseUrl: settings.databaseUrl,
    oidc: { issuer: new URL(settings.issuer ?? "http://127.0.0.1:1"), ...CLIENT },
    sessionSecret: "integration-session-secret-of-32-characters",
    snapshotSigningKey: snapshotKey.privateKey,
    schedulerPublicKeys: [schedulerKey.publicKey],
    policiesDir: fileURLToPath(new URL("../../policies", import.meta.url)),
    consoleDir: settings.consoleDir ?? null,
    logLevel: "silent",
    otlpEndpoint: null,
    logs: settings.logs ?? null,
    retention: {},
    mail: null,
    trustedProxies: settings.trustedProxies ?? [],
  };
  const application: WebApplication = await startWebApplication(
    AppModule.with(config),
    config,
    createLogger("silent"),
    { ...HTTP_LIMITS, ...settings.limits },
  );
  return {
    origin,
    schedulerKey: schedulerKey.privateKey,
    snapshotPublicKey: snapshotKey.publicKey,
    stop: () => application.stop(),
  };
}
