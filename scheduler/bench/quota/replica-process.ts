import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ENTRY = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));
const STOP_MS = 20_000;

export interface ReplicaSettings {
  readonly name: string;
  readonly folder: string;
  readonly controlPlaneUrl: string;
  readonly keys: string;
}

/** One scheduler process with a state folder of its own, which is killed outright and started again on it. */
export class ReplicaProcess {
  port = 0;
  starts = 0;
  private child: ChildProcess | null = null;
  private errors = "";

  private readonly settings: ReplicaSettings;

  constructor(settings: ReplicaSettings) {
    this.settings = settings;
    mkdirSync(settings.folder, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const { name, folder, controlPlaneUrl, keys } = this.settings;
    this.port = await freePort();
    this.starts += 1;
    const child = spawn(process.execPath, [ENTRY], {
      env: {
        PATH: process.env.PATH,
        SOCLE_INFERENCE_PORT: String(this.port),
        SOCLE_CONTROL_PLANE_URL: controlPlaneUrl,
        SOCLE_STATE_DIR: folder,
        SOCLE_REPLICA: name,
        SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: join(keys, "snapshot.public.pem"),
        SOCLE_SCHEDULER_PRIVATE_KEY_FILE: join(keys, "scheduler.private.pem"),
        SOCLE_LOG_LEVEL: "error",
        SOCLE_SCRAPE_INTERVAL_MS: "0",
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.on("data", (text) => (this.errors = `${this.errors}${String(text)}`.slice(-2_000)));
    this.child = child;
    await this.untilReady(child);
  }

  /** As a machine that loses power: what was not on disk is gone. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await ended;
    clearTimeout(late);
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (child.exitCode !== null) throw new Error(`${this.settings.name} did not start: ${this.errors}`);
      const ready = await fetch(`${this.url}/readyz`).then(
        async (response) => (await response.arrayBuffer(), response.ok),
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.settings.name} is not ready: ${this.errors}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
