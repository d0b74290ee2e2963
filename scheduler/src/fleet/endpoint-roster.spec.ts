import { describe, expect, it } from "vitest";
import { compiled, deployment } from "../../../test/builders/deployment.builder.js";
import { createSnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import type { DiscoveredPod } from "./discovered-pod.js";
import { createEndpointRoster } from "./endpoint-roster.js";

const snapshot = (number = 1) => {
  const endpoints = [{ id: "static", url: "http://a", apiKeyVariable: null, simulated: true }];
  return compiled({ deployments: [deployment({ endpoints })], number });
};
const pod = (over: Partial<DiscoveredPod> = {}): DiscoveredPod => ({
  endpointId: "c/n/1",
  deploymentId: "deployment",
  url: "http://10.0.0.1:80",
  engine: "vllm",
  simulated: false,
  pools: null,
  ...over,
});
const opened = () => {
  const holder = createSnapshotHolder();
  const roster = createEndpointRoster(holder);
  const seen: string[][] = [];
  roster.onSwap(({ endpoints }) => seen.push([...endpoints.keys()]));
  return { holder, roster, seen };
};

describe("the roster of endpoints", () => {
  it("joins the snapshot's endpoints and the pods found, whichever comes first", () => {
    const { holder, roster, seen } = opened();
    roster.discover([pod()]);
    expect(roster.current()).toBeNull();
    roster.swap(snapshot());
    roster.discover([]);
    expect(seen).toEqual([["static", "c/n/1"], ["static"]]);
    expect(holder.current()?.endpoints.size).toBe(1);
  });

  it("gives a pod the pool of its deployment, no key, and its engine", () => {
    const { roster } = opened();
    roster.swap(snapshot());
    roster.discover([pod()]);
    const placed = roster.current()?.endpoints.get("c/n/1");
    expect(placed).toMatchObject({
      pool: { id: "pool" },
      endpoint: { url: "http://10.0.0.1:80", apiKeyVariable: null },
    });
    expect([roster.engineOf("c/n/1"), roster.engineOf("static")]).toEqual(["vllm", null]);
  });

  it("leaves out pods of nobody's deployment, of a pool their cluster may not serve, and those the snapshot has already", () => {
    const { roster, seen } = opened();
    roster.swap(snapshot());
    roster.discover([
      pod({ endpointId: "c/n/2", deploymentId: "unknown" }),
      pod({ endpointId: "c/n/3", url: "http://a" }),
      pod({ endpointId: "c/n/6", url: "http://10.0.0.6:80", pools: ["other-pool"] }),
      pod({ endpointId: "c/n/7", url: "http://10.0.0.7:80", pools: ["other-pool", "pool"] }),
      pod({ endpointId: "c/n/4" }),
      pod({ endpointId: "c/n/5" }),
    ]);
    expect(seen.at(-1)).toEqual(["static", "c/n/7", "c/n/4"]);
  });

  it("says nothing when nothing changed, and follows the next snapshot", () => {
    const { roster, seen } = opened();
    roster.swap(snapshot());
    roster.discover([pod()]);
    roster.discover([pod()]);
    expect(seen).toHaveLength(2);
    roster.swap(snapshot(2));
    expect(seen.at(-1)).toEqual(["static", "c/n/1"]);
  });
});
