import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveConsole } from "./console-files.js";

const SOURCE = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "socle-console-files-"));
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<title>Socle</title>");
  const app = express();
  serveConsole(app, folder);
  app.use((_request, response) => void response.type("text/plain").send("a service"));
  await new Promise<void>((resolve) => {
    server = app.listen(0, "127.0.0.1", () => resolve());
  });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
const get = async (path: string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`)).text();

/** Paths that controllers of the control plane answer at, as their files say. */
const controllerPaths = globSync("**/*.controller.ts", { cwd: SOURCE }).flatMap((file) =>
  [...readFileSync(join(SOURCE, file), "utf8").matchAll(/@Controller\("([^"]+)"\)/gu)].map(([, path]) => path ?? ""),
);

describe("the console's pages", () => {
  it("are every path that is no file and no service", async () => {
    for (const path of ["/", "/simulations", "/simulations/1/show", "/compliance", "/compliance/questions/1", "/login"])
      expect(await get(path)).toContain("Socle");
  });

  it("are nowhere that a controller answers", async () => {
    expect(controllerPaths.length).toBeGreaterThan(5);
    for (const path of controllerPaths) expect([path, await get(`/${path}/file.csv`)]).toEqual([path, "a service"]);
  });
});
