import { describe, expect, it } from "vitest";
import { readNode } from "./node-gpus.js";

describe("readNode", () => {
  it("reads labels, capacity and what may be asked for", () => {
    expect(
      readNode("paris", {
        metadata: {
          name: "gpu-0",
          labels: {
            "nvidia.com/gpu.product": "NVIDIA-L40S",
            "nvidia.com/gpu.memory": "46068",
            "nvidia.com/gpu.count": "4",
          },
        },
        spec: { unschedulable: true },
        status: {
          capacity: { "nvidia.com/gpu": "4", cpu: "64" },
          allocatable: { "nvidia.com/gpu": "3" },
          conditions: [{ type: "Ready", status: "True" }],
        },
      }),
    ).toEqual({
      cluster: "paris",
      node: "gpu-0",
      product: "NVIDIA-L40S",
      memoryMiB: 46068,
      count: 4,
      allocatable: 3,
      ready: true,
      schedulable: false,
    });
  });

  it("believes labels while the device plugin is silent, and leaves out nodes without GPUs", () => {
    const labels = { "nvidia.com/gpu.count": "8" };
    expect(readNode("paris", { metadata: { name: "new", labels } })).toMatchObject({ count: 8, allocatable: 0 });
    expect(readNode("paris", { metadata: { name: "cpu" }, status: { capacity: { cpu: "8" } } })).toBeNull();
    expect(readNode("paris", { metadata: { labels: { "nvidia.com/gpu.count": "many" } } })).toBeNull();
  });
});
