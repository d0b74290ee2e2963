import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, startChild, untilAnswers } from "./child.ts";
import { withChildren } from "./cpu-time.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";

const run = promisify(execFile);

function configuration(port: number, upstreamPort: number, user: string): string {
  return `${user}daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  keepalive_requests 1000000;
  upstream models { server 127.0.0.1:${upstreamPort}; keepalive 512; keepalive_requests 1000000; }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 32m;
    location / {
      proxy_pass http://models;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_buffering off;
    }
  }
}
`;
}

/** nginx as a plain streaming proxy with one worker: the floor for any gateway. */
export async function startNginx(upstreamPort: number, model: string, peersFolder: string): Promise<Subject | Absent> {
  const program = await findNginx(peersFolder);
  if (program === null) return { name: "nginx", absent: "no nginx on this machine and none to fetch with apt-get" };
  const folder = mkdtempSync(join(tmpdir(), "socle-bench-nginx-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  writeFileSync(join(folder, "nginx.conf"), configuration(port, upstreamPort, user));
  const child = startChild(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
  await untilAnswers(`http://127.0.0.1:${port}/health`, 10_000);
  const { stderr } = await run(program, ["-v"]);
  return {
    name: "nginx",
    title: `nginx ${/nginx\/(\S+)/.exec(stderr)?.[1] ?? ""}`.trim(),
    port,
    path: "/v1/chat/completions",
    headers: JSON_HEADERS,
    model,
    pids: withChildren(child.pid),
    stop: async () => {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The machine's own nginx, or Debian's package unpacked beside the other peers: nothing is installed or started. */
async function findNginx(peersFolder: string): Promise<string | null> {
  const unpacked = join(peersFolder, "nginx", "usr", "sbin", "nginx");
  const candidates = ["/usr/sbin/nginx", "/usr/bin/nginx", unpacked];
  const present = candidates.find((path) => existsSync(path));
  if (present !== undefined) return present;
  const folder = join(peersFolder, "nginx");
  mkdirSync(folder, { recursive: true });
  // apt drops to its own user, who must be able to write where it downloads.
  const download = mkdtempSync(join(tmpdir(), "socle-bench-apt-"));
  chmodSync(download, 0o777);
  try {
    await run("apt-get", ["download", "nginx"], { cwd: download });
    const file = readdirSync(download).find((name) => name.endsWith(".deb"));
    await run("dpkg", ["-x", join(download, file ?? ""), folder]);
    await run(unpacked, ["-v"]);
    return unpacked;
  } catch {
    return null;
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}
