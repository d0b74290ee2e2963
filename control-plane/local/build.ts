import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./config/settings.ts";
import { LaunchFailure, runScript } from "./launch-failure.ts";

/** A thing that is compiled: what it is made from, what proves that it was made, and the command. */
interface Target {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly stamp: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

const PROGRAMS = ["control-plane/contracts", "policies/engine", "control-plane", "scheduler"];
const SKIPPED = new Set(["dist", "node_modules", "local", "docs", "bench"]);

const targets: readonly Target[] = [
  {
    name: "programs",
    inputs: [...PROGRAMS, "migrations", "tsconfig.json", "package-lock.json"],
    output: "control-plane/dist",
    stamp: "control-plane/dist/.socle-build",
    args: [join(ROOT, "node_modules", "tsc7", "bin", "tsc"), "-b", ...PROGRAMS],
    cwd: ROOT,
  },
  {
    name: "console",
    inputs: ["console", "control-plane/contracts", "package-lock.json"],
    output: "console/dist",
    stamp: "console/dist/.socle-build",
    args: [join(ROOT, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"],
    cwd: join(ROOT, "console"),
  },
];

/** Compiles what changed since the last time; both targets at once. Resolves quickly when nothing did. */
export async function build(
  say: (line: string) => void,
  names: readonly string[] = targets.map(({ name }) => name),
): Promise<void> {
  const wanted = targets.filter(({ name }) => names.includes(name));
  const stale = wanted.map((target) => ({ target, digest: digestOf(target) })).filter(isStale);
  if (stale.length === 0) return;
  say(`building ${stale.map(({ target }) => target.name).join(" and ")}…`);
  const results = await Promise.allSettled(stale.map(({ target, digest }) => make(target, digest)));
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

function isStale({ target, digest }: { target: Target; digest: string }): boolean {
  const stamp = join(ROOT, target.stamp);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== digest;
}

async function make(target: Target, digest: string): Promise<void> {
  await run(target);
  mkdirSync(dirname(join(ROOT, target.stamp)), { recursive: true });
  writeFileSync(join(ROOT, target.stamp), digest);
}

function run(target: Target): Promise<void> {
  // A compiler that finds its own record of a former run but not the files would make nothing.
  if (!existsSync(join(ROOT, target.output))) rmSync(join(target.cwd, "dist"), { recursive: true, force: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, target.args, {
      cwd: target.cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(new LaunchFailure(`the ${target.name} do not compile:\n${stripVTControlCharacters(output).trimEnd()}`));
    });
  });
}

/** SHA-256 over names and contents of all inputs: a checkout that only moves dates builds nothing. */
function digestOf(target: Target): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of target.inputs) for (const file of filesOf(input)) addFile(hash, file);
  return hash.digest("hex");
}

function addFile(hash: ReturnType<typeof createHash>, file: string): void {
  hash
    .update(file)
    .update("\0")
    .update(readFileSync(join(ROOT, file)))
    .update("\0");
}

function filesOf(input: string): string[] {
  if (!existsSync(join(ROOT, input))) return [];
  if (/\.[a-z]+$/.test(input)) return [input];
  return readdirSync(join(ROOT, input), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesOf(join(input, entry.name));
      return isInput(entry.name) ? [join(input, entry.name)] : [];
    });
}

const isInput = (name: string) => !/\.(spec|behaviour)\.tsx?$|\.md$|\.tsbuildinfo$/.test(name);

if (import.meta.main) {
  await runScript("build", () =>
    build((line) => {
      console.log(line);
    }),
  );
}
