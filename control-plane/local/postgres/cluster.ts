import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment } from "../config/environment.ts";
import { LaunchFailure } from "../launch-failure.ts";
import { telltaleLine } from "../processes/log-file.ts";
import { endProcess, identityOf, isRunning } from "../processes/process-identity.ts";
import type { ProcessPlan } from "../processes/supervised-process.ts";
import { checkSpace, type StateFolder } from "../state/state-folder.ts";
import { findBinaries, readablePlace, type PostgresBinaries } from "./binaries.ts";
import { canConnect } from "./connection.ts";
import { obstacleFor, postgresUser, type OsUser } from "./os-user.ts";

export const ADMINISTRATOR = "socle_admin";

/** The embedded PostgreSQL of one state folder: where it lies and as whom it runs. */
export interface Cluster {
  readonly data: string;
  readonly binaries: PostgresBinaries;
  readonly user: OsUser | null;
}

/** Finds the cluster's place and makes its data at the first start. */
export function prepareCluster(state: StateFolder, password: string, say: (line: string) => void): Cluster {
  const user = postgresUser();
  const cluster = { user, binaries: findBinaries(user, state.path, say), data: dataPlace(state, user, say) };
  const fresh = !existsSync(join(cluster.data, "PG_VERSION"));
  checkSpace(dirname(cluster.data), fresh);
  if (fresh) initialise(cluster, password);
  return cluster;
}

/** Where `reset` finds data that could not lie in the state folder. */
export function outsidePlace(state: StateFolder): string | null {
  const place = readablePlace(state.path);
  return process.getuid?.() === 0 && existsSync(place) ? place : null;
}

function dataPlace(state: StateFolder, user: OsUser | null, say: (line: string) => void): string {
  const inside = join(state.path, "postgres", "data");
  const obstacle = user === null ? null : obstacleFor(user, state.path);
  if (user === null || obstacle === null) {
    mkdirSync(dirname(inside), { recursive: true, mode: user === null ? 0o700 : 0o711 });
    return inside;
  }
  const place = readablePlace(state.path);
  say(`${obstacle} is closed to user ${user.name}: the data base lies in ${place}`);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  return join(place, "data");
}

function initialise({ binaries, data, user }: Cluster, password: string): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(dirname(data), "initial-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== null) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  const result = spawnSync(
    binaries.initdb,
    [
      ...["--pgdata", data, "--username", ADMINISTRATOR, "--pwfile", passwordFile],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8"],
    ],
    { cwd: "/", encoding: "utf8", env: bareEnvironment(), ...identity(user) },
  );
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(data, { recursive: true, force: true });
  const reason = result.error?.message ?? telltaleLine(`${result.stdout}\n${result.stderr}`);
  throw new LaunchFailure(`PostgreSQL could not make its data in ${data}: ${reason}`);
}

/** How the server is run; its port is the caller's, its data survive it. */
export function clusterPlan(cluster: Cluster, port: number, password: string, log: string): ProcessPlan {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "64MB",
    // Keeps a first start on a small disk from reserving gigabytes of write-ahead log.
    max_wal_size: "256MB",
    log_min_messages: "warning",
  };
  return {
    name: "postgres",
    command: cluster.binaries.postgres,
    args: [
      "-D",
      cluster.data,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
    ],
    env: bareEnvironment(),
    cwd: "/",
    log,
    stopSignal: "SIGINT",
    ...(cluster.user === null ? {} : { user: { uid: cluster.user.uid, gid: cluster.user.gid } }),
    before: () => endFormerPostmaster(cluster.data),
    ready: () => canConnect({ host: "127.0.0.1", port, user: ADMINISTRATOR, password, database: "postgres" }),
  };
}

/** A launcher that was killed leaves its server running; the data have one master at a time. */
async function endFormerPostmaster(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const former = identityOf(pid);
  if (Number.isInteger(pid) && pid > 1 && isRunning(former) && isPostgresOn(pid, data))
    await endProcess(former, "SIGINT", 10_000);
}

/** The number in the file may have been given to another program since. */
function isPostgresOn(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    return false;
  }
}

function identity(user: OsUser | null): { uid: number; gid: number } | Record<string, never> {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: environment.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" };
}
