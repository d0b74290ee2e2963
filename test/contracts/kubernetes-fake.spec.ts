import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { FakeApiServer } from "../fakes/kubernetes/fake-api-server.js";

const probe = fileURLToPath(new URL("../data/kubernetes/probe.mjs", import.meta.url));
const transcript = readFileSync(new URL("../data/kubernetes/transcript.txt", import.meta.url), "utf8");

/** Lines on which the fake differs from the real server, each with the reason. */
const ALLOWED: Readonly<Record<string, { readonly reason: string; readonly cut: RegExp }>> = {
  "39 spec immutable": {
    reason: "the real sentence ends with a printed difference of Go structures, which no client can read",
    cut: /\\n@@ .*?\\n"/g,
  },
};

const nameOf = (line: string): string => (/^ *(.*?)(?:: \d{3} | \[)/.exec(line) ?? [])[1] ?? line;
const normal = (line: string): string => line.replace(ALLOWED[nameOf(line)]?.cut ?? /$^/, '"');

const run = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    const child = spawn(process.execPath, [probe, url], { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", (piece: Buffer) => (text += piece.toString()));
    child.once("error", reject);
    child.once("close", () => resolve(text));
  });

it("the fake API server answers the probe as a real v1.36.2 did, but for what is listed", async () => {
  const server = new FakeApiServer();
  await server.start();
  try {
    // The probe's pods are bound to a node of the cluster it was recorded on.
    const node = { metadata: { name: "gpu-0", labels: { "topology.kubernetes.io/zone": "z0" } } };
    await fetch(`${server.url}/api/v1/nodes`, { method: "POST", body: JSON.stringify(node) });
    const answered = (await run(server.url)).trimEnd().split("\n");
    const real = transcript.trimEnd().split("\n");
    expect(answered.map(normal)).toEqual(real.map(normal));
    expect(answered.filter((line, index) => line !== real[index]).map(nameOf)).toEqual(Object.keys(ALLOWED));
  } finally {
    await server.stop();
  }
}, 60_000);
