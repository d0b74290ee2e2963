import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const CONSOLE = fileURLToPath(new URL("../../console/", import.meta.url));
const BUILT = join(CONSOLE, "dist/fake");
const VITE = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
/** What the control plane sends with the console, so that a page that needs more fails here. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the console over its own in-memory data. */
export async function buildFakeConsole(): Promise<void> {
  const build = spawn(process.execPath, [VITE, "build", "--mode", "fake", "--logLevel", "error"], {
    cwd: CONSOLE,
    stdio: "inherit",
  });
  const [code] = (await once(build, "exit")) as [number | null];
  if (code !== 0) throw new Error(`The console's fake build ended with ${code}.`);
}

export interface FakeConsole {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built files, and the page itself for every other path, as the control plane does. */
export async function serveFakeConsole(): Promise<FakeConsole> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(BUILT, path);
    const found = existsSync(file) && statSync(file).isFile() ? file : join(BUILT, "index.html");
    response.writeHead(200, {
      "content-type": TYPES[extname(found)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
    });
    response.end(readFileSync(found));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
