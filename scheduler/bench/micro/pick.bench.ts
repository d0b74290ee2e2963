import type { EndpointView } from "../../src/endpoint-picker/fleet-view.js";
import type * as Healthy from "../../src/endpoint-picker/filter-healthy/healthy.filter.js";
import type * as Room from "../../src/endpoint-picker/filter-room/room.filter.js";
import type * as Pick from "../../src/endpoint-picker/pick-endpoint.js";
import type * as RoundRobin from "../../src/endpoint-picker/picker-round-robin/round-robin.picker.js";
import { compiled, microBench } from "./measure.ts";

function endpoints(count: number): EndpointView[] {
  return Array.from({ length: count }, (_, index) => ({
    endpointId: `endpoint-${index}`,
    deploymentId: "deployment",
    poolId: "pool",
    healthy: index % 7 !== 3,
    running: index,
    maxSequences: 128,
  }));
}

export const pick = microBench("pick", "choosing an endpoint: filters, round robin", async () => {
  const folder = "endpoint-picker";
  const { pickEndpoint } = await compiled<typeof Pick>(`${folder}/pick-endpoint.js`);
  const { healthyFilter } = await compiled<typeof Healthy>(`${folder}/filter-healthy/healthy.filter.js`);
  const { roomFilter } = await compiled<typeof Room>(`${folder}/filter-room/room.filter.js`);
  const { createRoundRobinPicker } = await compiled<typeof RoundRobin>(
    `${folder}/picker-round-robin/round-robin.picker.js`,
  );
  const profile = {
    name: "bench",
    filters: [healthyFilter, roomFilter],
    scorers: [],
    picker: createRoundRobinPicker(),
  };
  const request = { sequences: 1, excluded: [] };
  const [few, many] = [endpoints(4), endpoints(64)];
  return {
    "4 endpoints": () => pickEndpoint(profile, few, request),
    "64 endpoints": () => pickEndpoint(profile, many, request),
  };
});
