import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ClusterScene, writeKubeconfig } from "../../../../test/fakes/kubernetes/cluster-scene.js";
import { DiscoveryScene } from "../../../../test/fakes/kubernetes/discovery-scene.js";
import { FakeApiServer } from "../../../../test/fakes/kubernetes/fake-api-server.js";
import { FakeModelServer } from "../../../../test/fakes/model-server.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import type { WatchSettings } from "./keep-watching.js";

let server: FakeApiServer;
let cluster: ClusterScene;
let scene: DiscoveryScene;
const models: FakeModelServer[] = [];

beforeEach(async () => {
  server = new FakeApiServer();
  await server.start();
  cluster = await ClusterScene.at(server.url);
});
afterEach(async () => {
  scene.stop();
  await Promise.all([server.stop(), cluster.discard()]);
  await Promise.all(models.splice(0).map((model) => model.stop()));
});

const discover = async (watch: Partial<WatchSettings> = {}): Promise<void> => {
  scene = await DiscoveryScene.start({ kubeconfig: cluster.kubeconfig, namespace: cluster.namespace, watch });
};

/** A pod behind which something answers its health check. */
const servingPod = async (name: string): Promise<FakeModelServer> => {
  const model = new FakeModelServer();
  await model.start();
  models.push(model);
  await cluster.pod(name, { deployment: "small", port: Number(new URL(model.url).port) });
  return model;
};

/** Two pods, found and healthy. */
const settled = async (watch: Partial<WatchSettings> = {}): Promise<FakeModelServer[]> => {
  const pods = [await servingPod("a"), await servingPod("b")];
  await discover(watch);
  await eventually(() => expect(scene.inUse()).toHaveLength(2));
  return pods;
};

/** Since the fleet first had an endpoint it always had one: DESIGN.md §6, "never emptying the fleet". */
const neverEmptied = (): void => {
  const first = scene.sizes.findIndex((size) => size > 0);
  expect(Math.min(...scene.sizes.slice(first))).toBeGreaterThan(0);
};

describe("with an API server that", () => {
  it("is frozen, keeps the last known endpoints, and goes on when it thaws", async () => {
    await settled({ silenceMs: 200 });
    server.freeze();
    await eventually(() => expect(scene.reachable()).toBe(false));
    expect(scene.inUse()).toHaveLength(2);
    server.thaw();
    await servingPod("c");
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    neverEmptied();
  });

  it("restarts, finds what changed meanwhile", async () => {
    await settled();
    await server.stop();
    await eventually(() => expect(scene.reachable()).toBe(false));
    expect(scene.inUse()).toHaveLength(2);
    await server.start();
    await cluster.remove("a");
    await servingPod("c");
    await servingPod("d");
    await eventually(() => {
      expect(scene.inUse()).toHaveLength(3);
      expect(scene.reachable()).toBe(true);
    });
    neverEmptied();
  });

  it("drains, then goes, keeps the last known endpoints", async () => {
    await settled();
    server.drain();
    await server.stop();
    await eventually(() => expect(scene.reachable()).toBe(false));
    expect(scene.inUse()).toHaveLength(2);
    await server.start();
    await eventually(() => expect(scene.reachable()).toBe(true));
    neverEmptied();
  });

  it("forgot the past (410), lists again", async () => {
    await settled();
    server.faults.loseEvents = true;
    await servingPod("c");
    server.faults.loseEvents = false;
    server.expireStreams();
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    neverEmptied();
  });

  it("cuts its streams, again and again, misses nothing", async () => {
    await settled();
    for (const name of ["c", "d", "e"]) {
      server.cutStreams();
      await servingPod(name);
    }
    await eventually(() => expect(scene.inUse()).toHaveLength(5));
    neverEmptied();
  });

  it("is absent at the start, is found when it comes", async () => {
    await servingPod("a");
    await server.stop();
    await discover();
    expect(scene.inUse()).toEqual([]);
    expect(scene.reachable()).toBe(false);
    await server.start();
    await eventually(() => expect(scene.inUse()).toHaveLength(1));
  });

  it("loses events, is found out by the next list", async () => {
    await settled({ renewMs: 150 });
    server.faults.loseEvents = true;
    await cluster.remove("a");
    await servingPod("c");
    await servingPod("d");
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    neverEmptied();
  });

  it("sends events twice and late, ends in the same state", async () => {
    await settled();
    server.faults.duplicateEvents = true;
    server.faults.lateEventsMs = 30;
    await servingPod("c");
    await cluster.remove("a");
    await cluster.ready("b", false);
    await eventually(() => expect(scene.inUse()).toEqual([expect.stringContaining(models[2]?.url ?? "none")]));
    neverEmptied();
  });

  it.each([429, 503] as const)("refuses with %i for a while, is asked again", async (status) => {
    await settled();
    server.faults.refusal = { status, retryAfterSeconds: 1, times: 2, path: "/pods", method: "GET" };
    server.cutStreams();
    await eventually(() => expect(server.faults.refusal?.times).toBe(0));
    expect(scene.inUse()).toHaveLength(2);
    await servingPod("c");
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    neverEmptied();
  });

  it("no longer takes the token, is asked with the one that the kubeconfig has by then", async () => {
    await writeKubeconfig(cluster.kubeconfig, server.url, "old");
    server.faults.token = null;
    await settled({ renewMs: 200 });
    server.faults.token = "new";
    await eventually(() => expect(scene.reachable()).toBe(false));
    expect(scene.inUse()).toHaveLength(2);
    await writeKubeconfig(cluster.kubeconfig, server.url, "new");
    await eventually(() => expect(scene.reachable()).toBe(true));
    neverEmptied();
  });

  it("was restored to an older state, is followed there", async () => {
    await servingPod("a");
    const backup = server.store.backup();
    await servingPod("b");
    await servingPod("c");
    await discover({ renewMs: 200 });
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    server.store.restore(backup);
    await eventually(() => expect(scene.inUse()).toHaveLength(1));
    await servingPod("d");
    await eventually(() => expect(scene.inUse()).toHaveLength(2));
    neverEmptied();
  });

  it("comes back with an empty store, is not believed at once", async () => {
    const empty = server.store.backup();
    await settled();
    await server.stop();
    server.store.restore(empty);
    const before = server.calls.length;
    await server.start();
    await eventually(() =>
      expect(server.calls.slice(before).some(({ watch, path }) => watch && path.includes("/pods"))).toBe(true),
    );
    await eventually(() => expect(scene.reachable()).toBe(true));
    expect(scene.inUse()).toHaveLength(2);
    neverEmptied();
  });

  it("shows no nodes, still shows pods", async () => {
    server.faults.refusal = { status: 403, times: 1_000, path: "/nodes" };
    await servingPod("a");
    await discover();
    await eventually(() => expect(scene.inUse()).toHaveLength(1));
    expect(scene.reachable()).toBe(true);
    expect(scene.discovery.gpus()).toEqual([]);
  });

  it("hears nothing from the nodes and calls their pods not ready, is not believed as long as they answer", async () => {
    await cluster.node("socle-test-no-node", {}, "0");
    const [, dying] = await settled();
    await cluster.silence("socle-test-no-node");
    await cluster.node("later", {}, "1");
    await eventually(() => expect(scene.discovery.status()).toMatchObject([{ gpus: 1 }]));
    await Promise.all(["a", "b"].map((name) => cluster.ready(name, false)));
    await servingPod("c");
    await eventually(() => expect(scene.inUse()).toHaveLength(3));
    await dying?.stop();
    await eventually(() => expect(scene.healthy()).toHaveLength(2));
    neverEmptied();
  });

  it("is asked for new lists all the time, is not left with a connection for each", async () => {
    await settled({ renewMs: 50, silenceMs: 400 });
    const before = await server.connections;
    const lists = (): number => server.calls.filter(({ method, watch }) => method === "GET" && !watch).length;
    const first = lists();
    await eventually(() => expect(lists()).toBeGreaterThan(first + 12));
    await eventually(async () => {
      expect(await server.connections).toBeLessThanOrEqual(before);
      expect(server.openWatches).toBeLessThanOrEqual(2);
    });
  });

  it("is slow, is waited for", async () => {
    server.faults.slowListMs = 300;
    await servingPod("a");
    await discover();
    await eventually(() => expect(scene.inUse()).toHaveLength(1));
  });

  it("is down while a pod dies, leaves its ejection to the health checks, and its return too", async () => {
    const [dying] = await settled();
    await server.stop();
    await eventually(() => expect(scene.reachable()).toBe(false));
    const port = Number(new URL(dying?.url ?? "").port);
    await dying?.stop();
    await eventually(() => expect(scene.healthy()).toEqual([models[1]?.url]));
    expect(scene.inUse()).toHaveLength(2);
    await dying?.start(port);
    await eventually(() => expect(scene.healthy()).toHaveLength(2));
    neverEmptied();
  });

  it("does not tell that a pod died, leaves its ejection to the health checks", async () => {
    const [dying] = await settled();
    await dying?.stop();
    await eventually(() => expect(scene.healthy()).toEqual([models[1]?.url]));
  });

  it("is no longer wanted, is left alone", async () => {
    await settled();
    // The list is told before its watch is open: a stop in between would find none and meet it later.
    await eventually(() => expect(server.openWatches).toBeGreaterThan(0));
    scene.stop();
    await eventually(() => expect(server.openWatches).toBe(0));
    const calls = server.calls.length;
    server.expireStreams();
    await cluster.ready("a", false);
    expect(scene.inUse()).toHaveLength(2);
    expect(server.calls.slice(calls).filter(({ watch }) => watch)).toEqual([]);
  });
});
