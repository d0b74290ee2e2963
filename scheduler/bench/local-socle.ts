import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../../control-plane/local/start.ts", import.meta.url));
const START_MS = 180_000;
const STOP_MS = 40_000;
/** A real database or identity provider of this machine is no place for a measurement or a test. */
const NOT_INHERITED = ["DATABASE_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "KUBECONFIG"];

export interface SampleKey {
  readonly ministry: string;
  readonly useCase: string;
  readonly application: string;
  readonly model: string;
  readonly key: string;
}

export interface SampleUser {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
}

/** The part of the launcher's `run.json` that scripts read. */
export interface RunFile {
  readonly consoleUrl: string;
  readonly inferenceUrl: string;
  readonly oidcIssuer: string;
  readonly users: readonly SampleUser[];
  readonly keys: readonly SampleKey[];
  readonly processes: {
    readonly postgres: number | null;
    readonly controlPlane: number | null;
    readonly scheduler: number | null;
    readonly engines: readonly number[];
  };
}

/** A whole Socle of its own: temporary state, free ports, started by the launcher and ended with it. */
export class LocalSocle {
  readonly home: string;
  private readonly launcher: ChildProcess;
  private output = "";

  private constructor(home: string, seed: object | string | null, databaseUrl: string | null) {
    this.home = home;
    const seedFile = join(home, "scene.yaml");
    // JSON is YAML: a scene is written as an object.
    if (seed !== null) writeFileSync(seedFile, typeof seed === "string" ? seed : JSON.stringify(seed, null, 2));
    const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name));
    this.launcher = spawn(process.execPath, [LAUNCHER, ...(seed === null ? [] : ["--seed", seedFile])], {
      env: {
        ...Object.fromEntries(inherited),
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        SOCLE_HOME: join(home, "state"),
        SOCLE_PORT: "0",
        SOCLE_INFERENCE_PORT: "0",
        SOCLE_LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Whatever ends this process ends Socle too; the launcher then ends its own children.
    process.once("exit", () => this.launcher.kill("SIGTERM"));
    for (const stream of [this.launcher.stdout, this.launcher.stderr])
      stream?.on("data", (part) => {
        this.output = `${this.output}${String(part)}`.slice(-4000);
      });
  }

  /**
   * `seed` is a document of the seed format; `null` takes the sample registry. `databaseUrl` names a server's owner;
   * `null` takes the embedded one.
   */
  static async start(seed: object | string | null, databaseUrl: string | null = null): Promise<LocalSocle> {
    const home = mkdtempSync(join(tmpdir(), "socle-"));
    // PostgreSQL, which root runs as another user, has to reach its folder.
    chmodSync(home, 0o755);
    const socle = new LocalSocle(home, seed, databaseUrl);
    try {
      await socle.untilStarted();
      return socle;
    } catch (error) {
      await socle.stop();
      throw error;
    }
  }

  /** As of now: process numbers change when the launcher replaces a process. */
  get run(): RunFile {
    return JSON.parse(readFileSync(this.runPath, "utf8")) as RunFile;
  }

  /** The database's owner; for measurements that read what the control plane wrote. */
  get databaseUrl(): string {
    return readFileSync(join(this.home, "state", "database-owner.url"), "utf8").trim();
  }

  /** Ends everything, at once or by force, and removes the state. */
  async stop(): Promise<void> {
    this.launcher.kill("SIGTERM");
    const deadline = Date.now() + STOP_MS;
    while (!this.ended && Date.now() < deadline) await pause(50);
    if (!this.ended) this.launcher.kill("SIGKILL");
    rmSync(this.home, { recursive: true, force: true });
  }

  private get runPath(): string {
    return join(this.home, "state", "run.json");
  }

  private get ended(): boolean {
    return this.launcher.exitCode !== null || this.launcher.signalCode !== null;
  }

  private async untilStarted(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!existsSync(this.runPath)) {
      if (this.ended) throw new Error(`Socle did not start:\n${this.output.trimEnd()}`);
      if (Date.now() > deadline)
        throw new Error(`Socle did not start within ${START_MS / 1000} s:\n${this.output.trimEnd()}`);
      await pause(50);
    }
    await untilReady(`${this.run.inferenceUrl}/readyz`, deadline);
  }
}

async function untilReady(url: string, deadline: number): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    if (Date.now() > deadline) throw new Error(`not ready: ${url}`);
    await pause(50);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
