import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.js";
import { CLIENT } from "./oidc-provider.js";

const MAIN = fileURLToPath(new URL("../../control-plane/dist/control-plane/src/main.js", import.meta.url));

export interface ControlPlaneProcess {
  readonly origin: string;
  /** Ends it as a power cut would: no handler runs. */
  kill(): Promise<void>;
}

/** The built control plane in a process of its own, once it listens. */
export async function spawnControlPlane(
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ControlPlaneProcess> {
  const folder = mkdtempSync(join(tmpdir(), "socle-process-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...controlPlaneEnvironment(databaseUrl, folder, port), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await listening(child);
  return {
    origin,
    kill: () =>
      new Promise((resolve) => {
        child.once("exit", () => {
          rmSync(folder, { recursive: true });
          resolve();
        });
        child.kill("SIGKILL");
      }),
  };
}

/** All that the control plane is told; keys of its own in `folder`. */
export function controlPlaneEnvironment(databaseUrl: string, folder: string, port: number): Record<string, string> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(join(folder, "private.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(join(folder, "public.pem"), publicKey.export({ type: "spki", format: "pem" }));
  return {
    SOCLE_PORT: String(port),
    SOCLE_PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    DATABASE_URL: databaseUrl,
    OIDC_ISSUER: "http://127.0.0.1:1",
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    SOCLE_SESSION_SECRET: "integration-session-secret-of-32-characters",
    SOCLE_POLICIES_DIR: fileURLToPath(new URL("../../policies", import.meta.url)),
    SOCLE_SNAPSHOT_SIGNING_KEY_FILE: join(folder, "private.pem"),
    SOCLE_SCHEDULER_PUBLIC_KEY_FILE: join(folder, "public.pem"),
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = "";
    const hear = (chunk: Buffer): void => {
      told += chunk.toString();
      if (told.includes('"event":"listening"')) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`the control plane did not start: ${told.slice(-500)}`)));
  });
}
