import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClusterScene } from "../fakes/kubernetes/cluster-scene.js";
import { DiscoveryScene } from "../fakes/kubernetes/discovery-scene.js";
import { eventually } from "../fakes/eventually.js";

/** What discovery does on any cluster, fake or real. */
export const discoveryBehaviour = (name: string, open: () => Promise<ClusterScene>): void => {
  describe(`discovery on ${name}`, () => {
    let cluster: ClusterScene;
    let scene: DiscoveryScene;
    beforeAll(async () => void (cluster = await open()));
    afterAll(() => cluster.close());
    beforeEach(async () => {
      scene = await DiscoveryScene.start({ kubeconfig: cluster.kubeconfig, namespace: cluster.namespace });
      await eventually(() => expect(scene.reachable()).toBe(true));
    });
    afterEach(() => scene.stop());

    const fresh = (): string => `pod-${randomUUID().slice(0, 8)}`;

    it("finds ready pods of model deployments, and no others", async () => {
      const [one, unready, foreign, unknown] = [fresh(), fresh(), fresh(), fresh()];
      const uid = await cluster.pod(one, { deployment: "small", port: 8001 });
      await cluster.pod(unready, { deployment: "small", port: 8002, ready: false });
      await cluster.pod(foreign, { port: 8003 });
      await cluster.pod(unknown, { deployment: "nobody-knows", port: 8004 });
      await eventually(() => expect(scene.inUse()).toEqual(["small http://127.0.0.1:8001"]));
      expect(scene.ids()).toEqual([`test/${cluster.namespace}/${uid}`]);
      await cluster.ready(unready, true);
      await eventually(() => expect(scene.inUse()).toHaveLength(2));
      await Promise.all([one, unready, foreign, unknown].map((pod) => cluster.remove(pod)));
      await eventually(() => expect(scene.inUse()).toEqual([]));
    });

    it("finds pods that were there before it", async () => {
      const pod = fresh();
      scene.stop();
      await cluster.pod(pod, { deployment: "large", port: 8010, annotations: { "socle.gouv.fr/port": "9010" } });
      scene = await DiscoveryScene.start({ kubeconfig: cluster.kubeconfig, namespace: null });
      await eventually(() => expect(scene.inUse()).toEqual(["large http://127.0.0.1:9010"]));
      await cluster.remove(pod);
      await eventually(() => expect(scene.inUse()).toEqual([]));
    });

    it("gives a pod that is not ready nothing until it is again, as the same endpoint", async () => {
      const pod = fresh();
      await cluster.pod(pod, { deployment: "small", port: 8020 });
      await eventually(() => expect(scene.inUse()).toHaveLength(1));
      const ids = scene.ids();
      await cluster.ready(pod, false);
      await eventually(() => expect(scene.inUse()).toEqual([]));
      await cluster.ready(pod, true);
      await eventually(() => expect(scene.ids()).toEqual(ids));
      await cluster.remove(pod);
      await eventually(() => expect(scene.inUse()).toEqual([]));
    });

    it("lets a pod that is being deleted finish what runs there", async () => {
      const pod = fresh();
      await cluster.pod(pod, { deployment: "small", port: 8030 });
      await eventually(() => expect(scene.inUse()).toHaveLength(1));
      const [id = ""] = scene.ids();
      scene.fleet.start(id, 1);
      await cluster.remove(pod, 30);
      await eventually(() => expect(scene.inUse()).toEqual([]));
      expect(scene.fleet.find(id)).toBeDefined();
      scene.fleet.finish(id, 1, "good");
      expect(scene.fleet.find(id)).toBeUndefined();
      await cluster.remove(pod);
    });

    it("takes a pod created again under its name for another endpoint, and follows its label", async () => {
      const pod = fresh();
      await cluster.pod(pod, { deployment: "small", port: 8040 });
      await eventually(() => expect(scene.inUse()).toHaveLength(1));
      const [before] = scene.ids();
      await cluster.remove(pod);
      await cluster.pod(pod, { deployment: "small", port: 8040 });
      await eventually(() => {
        expect(scene.inUse()).toHaveLength(1);
        expect(scene.ids()).not.toEqual([before]);
      });
      await cluster.relabel(pod, { "socle.gouv.fr/deployment": "large" });
      await eventually(() => expect(scene.inUse()).toEqual(["large http://127.0.0.1:8040"]));
      await cluster.relabel(pod, { "socle.gouv.fr/deployment": null });
      await eventually(() => expect(scene.inUse()).toEqual([]));
      await cluster.remove(pod);
    });

    it("reads the GPUs of nodes", async () => {
      const node = `node-${randomUUID().slice(0, 8)}`;
      const labels = { "nvidia.com/gpu.product": "NVIDIA-H100-80GB-HBM3", "nvidia.com/gpu.memory": "81559" };
      await cluster.node(node, labels, "8");
      const found = { cluster: "test", node, product: "NVIDIA-H100-80GB-HBM3", memoryMiB: 81559, count: 8 };
      await eventually(() => expect(scene.discovery.gpus()).toContainEqual(expect.objectContaining(found)));
    });
  });
};
