import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, startChild, untilAnswers } from "./child.ts";
import { unpackDebian } from "./debian-package.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";

/** The program and the two libraries it needs that a bare Debian does not have. */
const PACKAGES = ["haproxy", "liblua5.4-0", "libopentracing-c-wrapper0t64", "libopentracing1"];

function configuration(port: number, upstreamPort: number): string {
  return `global
  nbthread 1
  maxconn 8192
defaults
  mode http
  timeout connect 5s
  timeout client 120s
  timeout server 120s
  http-reuse always
frontend callers
  bind 127.0.0.1:${port}
  default_backend models
backend models
  server model 127.0.0.1:${upstreamPort}
`;
}

/** haproxy as a plain proxy with one thread. */
export async function startHaproxy(
  upstreamPort: number,
  model: string,
  peersFolder: string,
): Promise<Subject | Absent> {
  const folder = join(peersFolder, "haproxy");
  const absent = { name: "haproxy", absent: "Debian's package could not be fetched with apt-get" };
  if (!(await unpackDebian(PACKAGES, folder, "usr/sbin/haproxy"))) return absent;
  const program = join(folder, "usr", "sbin", "haproxy");
  const env = {
    LD_LIBRARY_PATH: join(folder, "usr", "lib", process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu"),
  };
  const scratch = mkdtempSync(join(tmpdir(), "socle-bench-haproxy-"));
  const port = await freePort();
  writeFileSync(join(scratch, "haproxy.cfg"), configuration(port, upstreamPort));
  const child = startChild(program, ["-db", "-f", join(scratch, "haproxy.cfg")], { env });
  child.process.stdout?.resume();
  await untilAnswers(`http://127.0.0.1:${port}/health`, 10_000);
  const { stdout } = await promisify(execFile)(program, ["-v"], { env: { ...process.env, ...env } });
  return {
    name: "haproxy",
    title: `haproxy ${/version ([0-9.]+)/.exec(stdout)?.[1] ?? ""}`.trim(),
    port,
    path: "/v1/chat/completions",
    headers: JSON_HEADERS,
    model,
    pids: [child.pid],
    stop: async () => {
      await child.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
