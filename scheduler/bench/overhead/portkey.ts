import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort, startChild, untilAnswers } from "./child.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";

const LOCK_FOLDER = fileURLToPath(new URL("../peers", import.meta.url));
const LOOPBACK_ONLY = fileURLToPath(new URL("../peers/listen-on-loopback.mjs", import.meta.url));

/**
 * Portkey's gateway from npm, at the committed lock. Its streaming fails under newer releases of @hono/node-server
 * ("immutable" headers), so the lock pins 1.13.8; it has no host option, so a preload keeps it on loopback.
 */
export async function startPortkey(
  upstreamPort: number,
  model: string,
  peersFolder: string,
): Promise<Subject | Absent> {
  const folder = join(peersFolder, "portkey");
  try {
    await install(folder);
  } catch {
    return { name: "portkey", absent: "its package could not be installed from the npm registry" };
  }
  const package_ = join(folder, "node_modules", "@portkey-ai", "gateway");
  const { version } = JSON.parse(readFileSync(join(package_, "package.json"), "utf8")) as { version: string };
  const port = await freePort();
  const start = join(package_, "build", "start-server.js");
  const child = startChild(process.execPath, ["--import", LOOPBACK_ONLY, start, "--headless", `--port=${port}`], {
    env: { NODE_ENV: "production" },
    cwd: folder,
  });
  child.process.stdout?.resume();
  await untilAnswers(`http://127.0.0.1:${port}/`, 20_000);
  return {
    name: "portkey",
    title: `Portkey gateway ${version} (@hono/node-server 1.13.8)`,
    port,
    path: "/v1/chat/completions",
    headers: {
      ...JSON_HEADERS,
      authorization: "Bearer bench",
      "x-portkey-provider": "openai",
      "x-portkey-custom-host": `http://127.0.0.1:${upstreamPort}/v1`,
    },
    model,
    pids: [child.pid],
    stop: () => child.stop(),
  };
}

async function install(folder: string): Promise<void> {
  const lock = readFileSync(join(LOCK_FOLDER, "package-lock.json"), "utf8");
  const stamp = join(folder, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(LOCK_FOLDER, name), join(folder, name));
  await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
  });
  writeFileSync(stamp, lock);
}
