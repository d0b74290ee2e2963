import { spawn } from "node:child_process";
import { join } from "node:path";
import { environment } from "../config/environment.ts";
import { ROOT } from "../config/settings.ts";
import { LaunchFailure } from "../launch-failure.ts";
import { telltaleLine } from "../processes/log-file.ts";

const CONTROL_PLANE = join(ROOT, "control-plane", "dist", "control-plane", "src");
const SCHEDULER = join(ROOT, "scheduler", "dist");

/** The compiled entries that the launcher runs; it never imports them. */
export const ENTRIES = {
  controlPlane: join(CONTROL_PLANE, "main.js"),
  witness: join(CONTROL_PLANE, "witness.js"),
  exportLedger: join(CONTROL_PLANE, "ledger", "export.js"),
  migrate: join(CONTROL_PLANE, "migrate.js"),
  planSeed: join(CONTROL_PLANE, "seed", "plan.js"),
  applySeed: join(CONTROL_PLANE, "seed", "apply.js"),
  livePast: join(CONTROL_PLANE, "past.js"),
  exportSeed: join(CONTROL_PLANE, "seed", "export.js"),
  scheduler: join(SCHEDULER, "src", "main.js"),
  engine: join(SCHEDULER, "engine-simulator", "main.js"),
  oidcProvider: join(ROOT, "control-plane", "local", "oidc-provider.ts"),
} as const;

/** Runs an entry to its end and returns what it printed; its own reason becomes the failure's line. */
export async function runToEnd(entry: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ["--enable-source-maps", entry, ...args], {
    cwd: ROOT,
    env: { ...environment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === 0) return output;
  throw new LaunchFailure(reasonOf(errors.trim() === "" ? output : errors));
}

/** A few plain lines are the program's own words; a long text is a crash, of which the telling line is taken. */
function reasonOf(text: string): string {
  const lines = text.trim().split("\n");
  const plain = lines.every((line) => !line.startsWith("{") && !/^\s+at /.test(line));
  return plain && lines.length <= 40 ? lines.join("\n") : telltaleLine(text);
}
