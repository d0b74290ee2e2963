import type { EndpointScorer } from "../../../src/endpoint-picker/picker.port.js";

/** llm-d's KV-cache-utilization scorer: 1 − the engine's gauge. */
export const createKvUseScorer = (weight: number): EndpointScorer => ({
  name: "kv-use",
  weight,
  score: ({ gauges }) => 1 - (gauges?.kvUse ?? 0),
});
