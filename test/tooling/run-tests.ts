// npm test [-- PROJECT…]: builds, runs the vitest projects named (all by default) and ends with `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../control-plane/local/build.ts";
import { ROOT } from "../../control-plane/local/config/settings.ts";
import { runScript } from "../../control-plane/local/launch-failure.ts";

const PROJECTS = ["unit", "integration", "e2e"];
/** Settings of a Socle that runs beside must not reach the tests, which bring their own. */
const FOREIGN = /^(SOCLE_|DATABASE_URL$|OIDC_|OTEL_|NODE_ENV$)/;

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

await runScript("test", async () => {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
  const unknown = asked.filter((name) => !PROJECTS.includes(name));
  if (unknown.length > 0) console.log(`Taken as file names, not projects: ${unknown.join(", ")}`);
  const projects = asked.filter((name) => PROJECTS.includes(name));
  await build(console.log);
  const folder = mkdtempSync(join(tmpdir(), "socle-tests-"));
  const report = join(folder, "report.json");
  const code = await vitest(projects.length > 0 ? projects : PROJECTS, unknown, report);
  const tally = tallyOf(report, code);
  rmSync(folder, { recursive: true, force: true });
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  process.exitCode = tally.failed === 0 && code === 0 ? 0 : 1;
});

function vitest(projects: readonly string[], files: readonly string[], report: string): Promise<number> {
  const args = [
    join(ROOT, "node_modules", "vitest", "vitest.mjs"),
    "run",
    ...["--config", "test/tooling/vitest.config.ts"],
    ...projects.flatMap((project) => ["--project", project]),
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ...files,
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** A file that could not even be collected counts as one failure, as does a run that broke down without a report. */
function tallyOf(report: string, code: number): Tally {
  let read: JsonReport;
  try {
    read = JSON.parse(readFileSync(report, "utf8")) as JsonReport;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = read.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = read.numFailedTests + broken.length;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
