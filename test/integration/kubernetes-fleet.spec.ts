import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseFlags } from "../../scheduler/engine-simulator/config/flags.js";
import { SimulatorServer } from "../../scheduler/engine-simulator/server/simulator-server.js";
import { readConfig } from "../../scheduler/src/config/read-config.js";
import { runScheduler } from "../../scheduler/src/run-scheduler.js";
import type { RunningScheduler } from "../../scheduler/src/run-scheduler.js";
import { deployment } from "../builders/deployment.builder.js";
import { hashOfKey, snapshot } from "../builders/snapshot.builder.js";
import { FakeControlPlane } from "../fakes/fake-control-plane.js";
import { eventually } from "../fakes/eventually.js";
import { ClusterScene } from "../fakes/kubernetes/cluster-scene.js";
import { FakeApiServer } from "../fakes/kubernetes/fake-api-server.js";

const KEY = "socle_0123456789abcdefghijklmnop";

let folder: string;
let controlPlane: FakeControlPlane;
let api: FakeApiServer;
let cluster: ClusterScene;
let scheduler: RunningScheduler;
const engines = new Map<string, Server>();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "socle-kube-fleet-"));
  controlPlane = new FakeControlPlane();
  api = new FakeApiServer();
  await Promise.all([controlPlane.start(), api.start()]);
  cluster = await ClusterScene.at(api.url);
  const base = snapshot();
  const expiresAt = Date.now() + 86_400_000;
  const keys = [{ id: "key", hash: hashOfKey(KEY), expiresAt, revokedAt: null }];
  const applications = base.applications.map((application) => ({ ...application, keys }));
  controlPlane.publish({ ...base, applications, deployments: [deployment({ id: "declared" })] });
  scheduler = await start();
  await expect.poll(async () => (await fetch(`${address()}/readyz`)).status).toBe(200);
});
afterEach(async () => {
  await scheduler.stop();
  for (const engine of engines.values()) close(engine);
  engines.clear();
  await Promise.all([controlPlane.kill(), api.stop(), cluster.discard()]);
  await rm(folder, { recursive: true, force: true });
});

const address = (): string => `http://127.0.0.1:${scheduler.port}`;

const close = (engine: Server | undefined): void => {
  engine?.closeAllConnections();
  engine?.close();
};

const start = async (): Promise<RunningScheduler> => {
  const publicKey = join(folder, "snapshot.pem");
  const privateKey = join(folder, "scheduler.pem");
  await writeFile(publicKey, controlPlane.publicKey.export({ type: "spki", format: "pem" }));
  await writeFile(privateKey, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
  const read = readConfig({
    SOCLE_INFERENCE_PORT: "0",
    SOCLE_CONTROL_PLANE_URL: controlPlane.url,
    SOCLE_STATE_DIR: join(folder, "state"),
    SOCLE_REPLICA: "paris-1",
    SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: publicKey,
    SOCLE_SCHEDULER_PRIVATE_KEY_FILE: privateKey,
    SOCLE_LOG_LEVEL: "silent",
    SOCLE_SCRAPE_INTERVAL_MS: "50",
    SOCLE_KUBERNETES_NAMESPACE: cluster.namespace,
    KUBECONFIG: cluster.kubeconfig,
  });
  if (!read.ok) throw new Error(read.problems.join());
  return runScheduler(read.config);
};

/** A simulated engine on a loopback address of its own, and the pod that it would be. */
const pod = async (name: string, ip: string, timeScale = 50): Promise<void> => {
  const settings = parseFlags(["--model", "model", "--port", "0", "--time-scale", String(timeScale)]);
  if (Array.isArray(settings)) throw new Error(settings.join());
  const { http } = new SimulatorServer(settings);
  await new Promise<void>((resolve) => http.listen(0, ip, resolve));
  engines.set(name, http);
  await cluster.pod(name, { deployment: "declared", ip, port: (http.address() as AddressInfo).port });
};

/** Prompts differ from the first word on, so that no prefix cache draws them all to one pod. */
let turn = 0;
const chat = (over: object = {}): Promise<Response> =>
  fetch(`${address()}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify({
      model: "model",
      max_tokens: 4,
      messages: [{ role: "user", content: `${(turn += 1)} ${"mot ".repeat(200)}` }],
      ...over,
    }),
  });

/** Serves one request and says which pod did, by its decision record. */
const servedBy = async (): Promise<string> => {
  const response = await chat();
  await response.text();
  if (response.status !== 200) return String(response.status);
  const decision = response.headers.get("x-socle-decision");
  const records = (): string | undefined =>
    [...controlPlane.ledger.values()].flat().find((record) => record.decision.id === decision)?.decision.endpoint
      ?.endpointId;
  await eventually(() => expect(records()).toBeDefined());
  return records() ?? "";
};

describe("a scheduler on a cluster", () => {
  it("serves from a pod that appears, stops on one that leaves, and outlives the API server", async () => {
    expect((await chat()).status).toBe(503);

    await pod("first", "127.0.0.2");
    await eventually(async () => expect((await chat()).status).toBe(200));
    const first = await servedBy();
    expect(first).toMatch(new RegExp(`^default/${cluster.namespace}/[0-9a-f-]{36}$`));

    await pod("second", "127.0.0.3");
    const seen = new Set<string>();
    await eventually(async () => {
      for (const one of await Promise.all(Array.from({ length: 24 }, servedBy))) seen.add(one);
      expect(seen.size).toBe(2);
    });

    await cluster.remove("first", 30);
    await eventually(async () => expect(await servedBy()).not.toBe(first));
    const after = await Promise.all(Array.from({ length: 16 }, servedBy));
    expect(after).not.toContain(first);
    expect(new Set(after).size).toBe(1);

    await api.stop();
    expect(await Promise.all(Array.from({ length: 16 }, servedBy))).toEqual(after);

    await api.start();
    await cluster.ready("second", false);
    await eventually(async () => expect((await chat()).status).toBe(503));
  });

  it("takes requests off a pod that died while nobody can tell", async () => {
    await pod("first", "127.0.0.2");
    await pod("second", "127.0.0.3");
    const seen = new Set<string>();
    await eventually(async () => {
      for (const one of await Promise.all(Array.from({ length: 24 }, servedBy))) seen.add(one);
      expect(seen.size).toBe(2);
    });
    await api.stop();
    close(engines.get("first"));
    // Fewer than the retries that a replica has in hand.
    const statuses = await Promise.all(Array.from({ length: 16 }, async () => (await chat()).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await eventually(async () => {
      const text = await (await fetch(`${address()}/metrics`)).text();
      expect(text.match(/^socle_endpoint_healthy\{.*\} 0$/gm)).toHaveLength(1);
    });
  });

  it("lets an answer end on a pod that leaves meanwhile", async () => {
    await pod("only", "127.0.0.2", 1);
    await eventually(async () => expect((await chat()).status).toBe(200));
    const response = await chat({ stream: true, max_tokens: 60, ignore_eos: true });
    await cluster.remove("only", 30);
    await eventually(async () => expect((await chat()).status).toBe(503));
    const events = (await response.text()).trim().split("\n\n");
    expect(events.at(-1)).toBe("data: [DONE]");
    expect(events.filter((event) => event.includes('"content"')).length).toBeGreaterThanOrEqual(59);
  });

  it("shows found pods and their cluster in its metrics", async () => {
    await pod("first", "127.0.0.2");
    await eventually(async () => expect((await chat()).status).toBe(200));
    const text = await (await fetch(`${address()}/metrics`)).text();
    expect(text).toMatch(new RegExp(`^socle_endpoint_healthy\\{endpoint="default/${cluster.namespace}/.*"\\} 1$`, "m"));
    expect(text).toMatch(/^socle_cluster_reachable\{cluster="default"\} 1$/m);
    expect(text).toMatch(/^socle_cluster_endpoints\{cluster="default"\} 1$/m);
  });
});
