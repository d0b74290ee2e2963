import { readFileSync, statSync } from "node:fs";
import { dirname, parse } from "node:path";
import { LaunchFailure } from "../launch-failure.ts";

export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: root lends it an unprivileged user of the system. `null` = run as ourselves. */
export function postgresUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map(parseUser);
  for (const name of ["postgres", "nobody"]) {
    const user = users.find((candidate) => candidate?.name === name);
    if (user !== undefined && user !== null && user.uid !== 0) return user;
  }
  throw new LaunchFailure("PostgreSQL does not run as root and there is no user postgres or nobody; start as a user");
}

function parseUser(line: string): OsUser | null {
  const [name, , uid, gid] = line.split(":");
  return name === undefined || uid === undefined || gid === undefined
    ? null
    : { name, uid: Number(uid), gid: Number(gid) };
}

/** The first folder on the way to `path`, from the root, that `user` may not pass through; `null` when none. */
export function obstacleFor(user: OsUser, path: string): string | null {
  const way: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === parse(folder).root) break;
  }
  return way.find((folder) => !mayPass(user, folder)) ?? null;
}

function mayPass(user: OsUser, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
