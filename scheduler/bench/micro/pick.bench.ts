import type { EndpointView } from "../../src/endpoint-picker/fleet-view.js";
import type * as Pick from "../../src/endpoint-picker/pick-endpoint.js";
import type * as Predicted from "../../src/endpoint-picker/predicted-profile.js";
import { compiled, microBench } from "./measure.ts";

function endpoints(count: number): EndpointView[] {
  return Array.from({ length: count }, (_, index) => ({
    endpointId: `endpoint-${index}`,
    deploymentId: "deployment",
    poolId: "pool",
    healthy: index % 7 !== 3,
    running: index,
    maxSequences: 128,
    load: {
      pendingTokens: (index * 997) % 9_000,
      inFlight: index,
      reservedTokens: index * 2_000,
      decodingTokens: index * 1_500,
      kvTokens: 230_000,
      step: { alphaSeconds: 0.0136, betaSeconds: 0.00003, prefillSecondsPerToken: 0.00004 },
      tokenSeconds: 0.03,
    },
  }));
}

export const pick = microBench("pick", "choosing an endpoint: filters, holds, predicted seconds", async () => {
  const folder = "endpoint-picker";
  const { pickEndpoint } = await compiled<typeof Pick>(`${folder}/pick-endpoint.js`);
  const { predictedProfile } = await compiled<typeof Predicted>(`${folder}/predicted-profile.js`);
  const request = { sequences: 1, excluded: [], promptTokens: 6_000, outputTokens: 300 };
  const [few, many] = [endpoints(4), endpoints(64)];
  return {
    "4 endpoints": () => pickEndpoint(predictedProfile, few, request),
    "64 endpoints": () => pickEndpoint(predictedProfile, many, request),
  };
});
