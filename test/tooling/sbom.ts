// node test/tooling/sbom.ts: the software bill of materials of what is delivered, as CycloneDX, from the lock file alone.
// It goes with a release; it is built, not committed.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../control-plane/local/config/settings.ts";
import { LaunchFailure, runScript } from "../../control-plane/local/launch-failure.ts";

const FOLDER = join(ROOT, "control-plane", "dist", "release");

await runScript("sbom", async () => {
  const asked = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev", "--offline"];
  const { stdout, stderr, status } = spawnSync("npm", asked, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new LaunchFailure(`npm sbom failed: ${stderr.trim()}`);
  const { bomFormat, components } = JSON.parse(stdout) as { bomFormat?: string; components?: readonly unknown[] };
  if (bomFormat !== "CycloneDX" || components === undefined || components.length === 0)
    throw new LaunchFailure("npm sbom wrote no components");
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, "sbom.cdx.json");
  writeFileSync(file, stdout);
  console.log(`${String(components.length)} components in ${file}`);
  return Promise.resolve();
});
