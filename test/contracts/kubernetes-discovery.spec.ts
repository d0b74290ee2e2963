import { describe, it } from "vitest";
import { ClusterScene } from "../fakes/kubernetes/cluster-scene.js";
import { FakeApiServer } from "../fakes/kubernetes/fake-api-server.js";
import { discoveryBehaviour } from "./kubernetes-discovery.behaviour.js";

const server = new FakeApiServer();

discoveryBehaviour("the fake API server", async () => {
  await server.start();
  const scene = await ClusterScene.at(server.url);
  const close = scene.close.bind(scene);
  scene.close = async () => {
    await close();
    await server.stop();
  };
  return scene;
});

const { KUBECONFIG } = process.env;
if (KUBECONFIG === undefined || KUBECONFIG === "") {
  describe("discovery on a real cluster", () => it.skip("needs KUBECONFIG, which is not set"));
} else discoveryBehaviour("the cluster of KUBECONFIG", () => ClusterScene.on(KUBECONFIG));
