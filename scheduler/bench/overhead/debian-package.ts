import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Unpacks Debian packages below `folder`, without installing or starting anything; false when they cannot be had. */
export async function unpackDebian(packages: readonly string[], folder: string, proof: string): Promise<boolean> {
  if (existsSync(join(folder, proof))) return true;
  mkdirSync(folder, { recursive: true });
  // apt drops to its own user, who must be able to write where it downloads.
  const download = mkdtempSync(join(tmpdir(), "socle-bench-apt-"));
  chmodSync(download, 0o777);
  try {
    const fetch = () => run("apt-get", ["download", ...packages], { cwd: download });
    // A machine that never asked knows no package.
    await fetch().catch(() => run("apt-get", ["update"]).then(fetch));
    for (const file of readdirSync(download).filter((name) => name.endsWith(".deb")))
      await run("dpkg", ["-x", join(download, file), folder]);
    return existsSync(join(folder, proof));
  } catch {
    return false;
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}
