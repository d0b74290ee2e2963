import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "../../control-plane/src/platform/database/migrator.js";
import { freePort } from "./free-port.js";
import { postgresBinaries, type PostgresBinaries } from "./postgres-binaries.js";

const OWNER = "socle_owner";
const PASSWORD = "integration";
const TEMPLATE = "socle_template";

/** One real server on loopback, in a temporary folder that goes away with it. */
export interface TestServer {
  readonly port: number;
  /** As a power cut would: no goodbye to its clients. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A folder with all it holds, copied while it runs, by PostgreSQL's own backup mode. */
  backup(): Promise<string>;
  /** Replaces all it holds by a copy of `backup` and starts; it has to be down. @returns a folder with what it held before */
  restore(backup: string): Promise<string>;
}

/** A migrated, empty database of its own. */
export interface TestDatabase {
  /** Owns the tables; a superuser, so that it sees through row-level security. */
  readonly ownerUrl: string;
  /** Login that is a member of socle_app: what the control plane uses. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

const urlOf = (port: number, user: string, database: string): string =>
  `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`;

/** Starts a server with a migrated template database and the application's login. */
export async function startTestServer(): Promise<TestServer> {
  const scratch = mkdtempSync(join(tmpdir(), "socle-postgres-"));
  chmodSync(scratch, 0o755);
  const binaries = postgresBinaries(scratch);
  const port = await freePort();
  const data = initialise(scratch, binaries);
  let child = await launch(binaries, data, port);
  await prepareTemplate(port);
  return {
    port,
    kill: () => end(child, "SIGKILL"),
    start: async () => {
      child = await launch(binaries, data, port);
    },
    stop: async () => {
      await end(child, "SIGINT");
      rmSync(scratch, { recursive: true, force: true });
    },
    backup: () => onServer(port, (client) => backUp(client, data)),
    restore: async (backup) => {
      const before = asideOf(data);
      renameSync(data, before);
      copyTree(backup, data);
      child = await launch(binaries, data, port);
      return before;
    },
  };
}

/**
 * A fresh database from the migrated template: about half a second.
 * @param of another one, to which nobody is connected, to be copied instead
 */
export async function createTestDatabase(port: number, of: TestDatabase | null = null): Promise<TestDatabase> {
  const template = of === null ? TEMPLATE : new URL(of.ownerUrl).pathname.slice(1);
  const name = `socle_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(port, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    ownerUrl: urlOf(port, OWNER, name),
    appUrl: urlOf(port, "socle_app_login", name),
    drop: () =>
      onServer(port, async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

const asideOf = (data: string): string => `${data}.${Math.random().toString(36).slice(2, 10)}`;

/** With its owner and modes; a file that goes away meanwhile is replayed from the journal. */
function copyTree(from: string, to: string): void {
  spawnSync("cp", ["-a", from, to]);
}

async function backUp(client: pg.Client, data: string): Promise<string> {
  const copy = asideOf(data);
  await client.query("SELECT pg_backup_start('test', true)");
  copyTree(data, copy);
  const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
  rmSync(join(copy, "pg_wal"), { recursive: true });
  copyTree(join(data, "pg_wal"), join(copy, "pg_wal"));
  const { uid, gid } = statSync(data);
  writeFileSync(join(copy, "backup_label"), rows[0]?.labelfile ?? "");
  chownSync(join(copy, "backup_label"), uid, gid);
  rmSync(join(copy, "postmaster.pid"), { force: true });
  return copy;
}

function initialise(scratch: string, binaries: PostgresBinaries): string {
  const data = join(scratch, "data");
  const passwordFile = join(scratch, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, PASSWORD, { mode: 0o600 });
  const { uid, gid } = binaries.identity;
  if (uid !== undefined && gid !== undefined) for (const path of [data, passwordFile]) chownSync(path, uid, gid);
  const flags = [`--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const made = spawnSync(join(binaries.folder, "initdb"), [...flags, "--encoding=UTF8", "--locale=C", "--no-sync"], {
    ...binaries.identity,
    cwd: scratch,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  return data;
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  fsync: "off",
  full_page_writes: "off",
};

async function launch(binaries: PostgresBinaries, data: string, port: number): Promise<ChildProcess> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(binaries.folder, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...binaries.identity,
    cwd: data,
    stdio: "ignore",
  });
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    if (await answers(port)) return child;
    await sleep(50);
  }
  throw new Error("PostgreSQL did not start.");
}

const answers = (port: number): Promise<boolean> =>
  onServer(port, (client) => client.query("SELECT 1")).then(
    () => true,
    () => false,
  );

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

async function prepareTemplate(port: number): Promise<void> {
  await onServer(port, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  await migrate(urlOf(port, OWNER, TEMPLATE));
  await onServer(port, (client) =>
    client.query(`CREATE ROLE socle_app_login LOGIN PASSWORD '${PASSWORD}' IN ROLE socle_app`),
  );
}

async function onServer<T>(port: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(port, OWNER, "postgres"), connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
