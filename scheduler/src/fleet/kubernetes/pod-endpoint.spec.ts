import { describe, expect, it } from "vitest";
import type { KubePod } from "./kube-objects.js";
import { readPod } from "./pod-endpoint.js";

const pod = (over: Partial<KubePod> = {}, metadata: KubePod["metadata"] = {}): KubePod => ({
  metadata: {
    uid: "uid-1",
    name: "llama-0",
    namespace: "models",
    ...metadata,
    labels: { "socle.gouv.fr/deployment": "d1", ...metadata.labels },
  },
  spec: { containers: [{ name: "sidecar" }, { name: "engine", ports: [{ name: "http", containerPort: 8000 }] }] },
  status: { phase: "Running", podIP: "10.0.0.7", conditions: [{ type: "Ready", status: "True" }] },
  ...over,
});
const why = (given: KubePod): string => {
  const reading = readPod("paris", given);
  return reading.ok ? reading.pod.url : reading.why;
};

describe("readPod", () => {
  it("makes an endpoint of a ready pod", () => {
    expect(readPod("paris", pod())).toEqual({
      ok: true,
      pod: {
        endpointId: "paris/models/uid-1",
        deploymentId: "d1",
        url: "http://10.0.0.7:8000",
        engine: null,
        simulated: false,
        pools: null,
      },
    });
  });

  it("takes the port of the annotation first, and writes IPv6 as URLs do", () => {
    expect(why(pod({}, { annotations: { "socle.gouv.fr/port": "9000" } }))).toBe("http://10.0.0.7:9000");
    const status = { phase: "Running", podIP: "fd00::7", conditions: [{ type: "Ready", status: "True" }] };
    expect(why(pod({ status }))).toBe("http://[fd00::7]:8000");
  });

  it.each([
    ["vllm", "vllm"],
    ["SGLang", "sglang"],
    ["text-embeddings-inference", "tei"],
    ["llama.cpp", "llama-cpp"],
    ["other", null],
    ["constructor", null],
  ])("knows the engine label %s", (label, engine) => {
    const reading = readPod("paris", pod({}, { labels: { "llm-d.ai/engine-type": label } }));
    expect(reading.ok && reading.pod.engine).toBe(engine);
  });

  it.each<[string, KubePod]>([
    ["no_deployment", { metadata: { uid: "u" } }],
    ["no_deployment", {}],
    ["leaving", pod({}, { deletionTimestamp: "2026-01-01T00:00:00Z" })],
    ["leaving", pod({}, { deletionTimestamp: new Date(0) })],
    ["not_ready", pod({ status: { phase: "Running", conditions: [{ type: "Ready", status: "Unknown" }] } })],
    ["not_ready", pod({ status: { phase: "Succeeded", conditions: [{ type: "Ready", status: "True" }] } })],
    ["no_address", pod({ status: { phase: "Running", conditions: [{ type: "Ready", status: "True" }] } })],
    [
      "no_address",
      pod({ status: { phase: "Running", podIP: "evil.example", conditions: [{ type: "Ready", status: "True" }] } }),
    ],
    ["no_port", pod({ spec: { containers: [{ name: "engine", ports: [{ name: "metrics", containerPort: 1 }] }] } })],
    ["no_port", pod({}, { annotations: { "socle.gouv.fr/port": "80@evil.example" } })],
    ["no_port", pod({}, { annotations: { "socle.gouv.fr/port": "0" } })],
  ])("says %s", (reason, given) => {
    expect(why(given)).toBe(reason);
  });
});
