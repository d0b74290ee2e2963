import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.ts";
import { NOTE_TYPES, noteVerifier, verifierKey } from "../../control-plane/src/audit/domain/note/note-key.ts";
import { parseNote, verifyNote } from "../../control-plane/src/audit/domain/note/signed-note.ts";
import { decodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.ts";
import { systemActor } from "../../control-plane/src/kernel/actor.ts";
import { systemClock } from "../../control-plane/src/kernel/clock.ts";
import { systemIds } from "../../control-plane/src/kernel/id-source.ts";
import { createDataSource } from "../../control-plane/src/platform/database/data-source.ts";
import { PgTransactions } from "../../control-plane/src/platform/database/pg-transactions.ts";
import { registryUseCases } from "../../control-plane/src/registry/index.ts";
import { plantTree } from "../builders/tree.ts";
import { spawnControlPlane, type ControlPlaneProcess } from "../fakes/control-plane-process.ts";
import { freePort } from "../fakes/free-port.ts";
import type { TestDatabase } from "../fakes/postgres.ts";
import { runOn } from "../fakes/run-on.ts";

const WITNESS = fileURLToPath(new URL("../../control-plane/dist/control-plane/src/witness.js", import.meta.url));
const VERIFIER = fileURLToPath(new URL("../../control-plane/verifier/verify-log.mjs", import.meta.url));
const ORIGIN = "socle.test";
const LOG = `${ORIGIN}/governance`;
const WITNESS_NAME = "witness.test";

interface Key {
  readonly privateKey: KeyObject;
  readonly file: string;
}

/** One installation's log: its folder, its witness and that one's memory, and processes of both. */
export class LogStage {
  readonly home = mkdtempSync(join(tmpdir(), "socle-running-log-"));
  readonly folder = join(this.home, "log");
  private readonly key = this.newKey("log");
  private readonly witnessKey = this.newKey("witness");
  private readonly processes = new Set<ControlPlaneProcess>();
  private witness: ChildProcess | null = null;
  private acts = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly witnessPort: number,
  ) {}

  static async on(database: TestDatabase): Promise<LogStage> {
    const stage = new LogStage(database, await freePort());
    await withDatabase(database.appUrl, async (handle) => void (await plantTree(handle)));
    return stage;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes].map((process) => this.kill(process)));
    await this.stopWitness();
    rmSync(this.home, { recursive: true, force: true });
  }

  async controlPlane(
    more: Readonly<Record<string, string>> = {},
    url = this.database.appUrl,
  ): Promise<ControlPlaneProcess> {
    const process = await spawnControlPlane(url, {
      SOCLE_TRANSPARENCY_DIR: this.folder,
      SOCLE_TRANSPARENCY_KEY_FILE: this.key.file,
      SOCLE_TRANSPARENCY_ORIGIN: ORIGIN,
      SOCLE_WITNESS_URL: `http://127.0.0.1:${String(this.witnessPort)}`,
      ...more,
    });
    this.processes.add(process);
    return process;
  }

  async kill(process: ControlPlaneProcess): Promise<void> {
    this.processes.delete(process);
    await process.kill();
  }

  /** @param knows the keys whose checkpoints it cosigns: the log's own unless told */
  async startWitness({
    knows = this.key,
    env = {},
  }: { knows?: Key; env?: Readonly<Record<string, string>> } = {}): Promise<void> {
    const keyOf = (log: string) =>
      verifierKey(noteVerifier(`${ORIGIN}/${log}`, NOTE_TYPES.ed25519, createPublicKey(knows.privateKey)));
    mkdirSync(join(this.home, "memory"), { recursive: true });
    const child = spawn(process.execPath, [WITNESS], {
      env: {
        SOCLE_WITNESS_PORT: String(this.witnessPort),
        SOCLE_WITNESS_NAME: WITNESS_NAME,
        SOCLE_WITNESS_KEY_FILE: this.witnessKey.file,
        SOCLE_WITNESS_STATE_DIR: join(this.home, "memory"),
        SOCLE_WITNESS_LOG_KEYS: ["governance", "inference"].map(keyOf).join(","),
        ...env,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.witness = child;
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (part: Buffer) => part.includes("listening") && resolve());
      child.once("exit", () => reject(new Error("the witness did not start")));
    });
  }

  async stopWitness(): Promise<void> {
    const child = this.witness;
    this.witness = null;
    if (child === null || child.exitCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  }

  newKey(name: string): Key {
    const { privateKey } = generateKeyPairSync("ed25519");
    const file = join(this.home, `${name}.pem`);
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    return { privateKey, file };
  }

  /** Acts that the journal records, one after the other. */
  async act(count: number, url = this.database.appUrl): Promise<void> {
    await withDatabase(url, async (handle) => {
      for (let left = count; left > 0; left -= 1)
        await runOn(handle, systemActor("test"), registryUseCases.importModel, {
          name: `modele-${String((this.acts += 1))}`,
          ...{ publisher: "Éditeur", publisherCountry: "FR", licence: "Apache-2.0", contextWindow: 1024 },
          simulatedOnly: true,
        });
    });
  }

  checkpoint(): string {
    const path = join(this.folder, "governance", "checkpoint");
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  size(): number {
    return parseCheckpoint(parseNote(this.checkpoint())?.text ?? "")?.size ?? -1;
  }

  /** When the checkpoint was cosigned; null where it was not. */
  cosignedAt(): Date | null {
    const note = parseNote(this.checkpoint());
    const witness = noteVerifier(WITNESS_NAME, NOTE_TYPES.cosignature, createPublicKey(this.witnessKey.privateKey));
    const signed = note === null ? null : verifyNote(note, [witness]);
    return signed?.ok === true ? (signed.by[0]?.at ?? null) : null;
  }

  /** Names of the entries of the checkpoint, of a log that is shorter than a bundle. */
  entries(): readonly string[] {
    const path = join(this.folder, "governance", "tile", "entries", `000.p/${String(this.size())}`);
    const bundle = decodeBundle(readFileSync(path)) ?? [];
    return bundle.map((bytes) => (JSON.parse(Buffer.from(bytes).toString()) as { id: string }).id);
  }

  /** A copy of the log as it stands, as a backup that takes no notice of whoever writes would make it. */
  copy(): string {
    const copy = mkdtempSync(join(this.home, "copy-"));
    cpSync(this.folder, copy, { recursive: true });
    return copy;
  }

  /** @returns a copy of what was there before */
  putBack(copy: string): string {
    const before = this.copy();
    rmSync(this.folder, { recursive: true });
    cpSync(copy, this.folder, { recursive: true });
    return before;
  }

  /** The verifier's verdict; with what it saw the times before, so that a fork or a step back is broken. */
  verify(): Promise<{ readonly ok: boolean; readonly why?: string }> {
    const key = verifierKey(noteVerifier(LOG, NOTE_TYPES.ed25519, createPublicKey(this.key.privateKey)));
    const args = [VERIFIER, "--log", join(this.folder, "governance"), "--key", key, "--since", join(this.home, "seen")];
    return new Promise((resolve) => {
      execFile(process.execPath, args, (_error, stdout) => resolve(JSON.parse(stdout) as { ok: boolean }));
    });
  }
}

/** What a control plane says of its logs: each that stands still, and why. */
export async function faultsOf({ origin }: ControlPlaneProcess): Promise<readonly string[]> {
  const response = await fetch(`${origin}/readyz`);
  return ((await response.json()) as { faults: readonly string[] }).faults;
}

/** Entries that the database wants in the governance log, published or not, in the order of their numbers. */
export async function recordedIn(url: string): Promise<readonly string[]> {
  return withDatabase(url, ({ dataSource }) =>
    dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('socle.actor', 'system:audit', true)`);
      const rows = await manager.query<{ entry_id: string }[]>(
        `SELECT entry_id FROM log_entry WHERE log = 'governance' ORDER BY index, seq`,
      );
      return rows.map(({ entry_id }) => entry_id);
    }),
  );
}

interface Handle {
  readonly dataSource: ReturnType<typeof createDataSource>;
  readonly transactions: PgTransactions;
  write: PgHandle["write"];
}
type PgHandle = Parameters<typeof plantTree>[0];

async function withDatabase<T>(url: string, work: (handle: Handle) => Promise<T>): Promise<T> {
  const dataSource = createDataSource({ url, poolSize: 1, onPoolError: () => undefined });
  await dataSource.initialize();
  const transactions = new PgTransactions(dataSource, systemClock, systemIds);
  const write: Handle["write"] = (actor, act) =>
    transactions.write(actor, "test", async (ctx) => ({ commit: true, value: await act(ctx) }));
  try {
    return await work({ dataSource, transactions, write });
  } finally {
    await dataSource.destroy();
  }
}
