import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, startChild, untilAnswers } from "./child.ts";
import { withChildren } from "./cpu-time.ts";
import { unpackDebian } from "./debian-package.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";

const run = promisify(execFile);

function configuration(port: number, upstreamPort: number, user: string, more: string): string {
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
      ${more}
    }
  }
}
`;
}

/** nginx as a plain streaming proxy with one worker: the floor for any gateway. */
export function startNginx(upstreamPort: number, model: string, peersFolder: string): Promise<Subject | Absent> {
  return start("nginx", "", upstreamPort, model, peersFolder);
}

/** As well as it can be set for answers of 10 kB: a whole burst in one read. */
export function startTunedNginx(upstreamPort: number, model: string, peersFolder: string): Promise<Subject | Absent> {
  return start("nginx_tuned", "proxy_buffer_size 32k; proxy_buffers 8 32k;", upstreamPort, model, peersFolder);
}

async function start(
  name: string,
  more: string,
  upstreamPort: number,
  model: string,
  peersFolder: string,
): Promise<Subject | Absent> {
  const program = await findNginx(peersFolder);
  if (program === null) return { name, absent: "no nginx on this machine and none to fetch with apt-get" };
  const folder = mkdtempSync(join(tmpdir(), "socle-bench-nginx-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  writeFileSync(join(folder, "nginx.conf"), configuration(port, upstreamPort, user, more));
  const child = startChild(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
  await untilAnswers(`http://127.0.0.1:${port}/health`, 10_000);
  const { stderr } = await run(program, ["-v"]);
  return {
    name,
    title: `${name} ${/nginx\/(\S+)/.exec(stderr)?.[1] ?? ""}`.trim(),
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

/** The machine's own nginx, or Debian's package unpacked beside the other peers. */
async function findNginx(peersFolder: string): Promise<string | null> {
  const folder = join(peersFolder, "nginx");
  const present = ["/usr/sbin/nginx", "/usr/bin/nginx"].find((path) => existsSync(path));
  if (present !== undefined) return present;
  return (await unpackDebian(["nginx"], folder, "usr/sbin/nginx")) ? join(folder, "usr", "sbin", "nginx") : null;
}
