import type { EngineSettings } from "../../engine-simulator/engine/settings.js";
import type { SharedSnapshot } from "../../src/admission/fair-share/queue/fair-queues.port.js";
import type { CompiledSnapshot, PlacedEndpoint } from "../../src/kernel/snapshot/compiled-snapshot.js";

/** Tokens of a KV block in the trace, the engine and the prefix index. */
export const BLOCK_TOKENS = 512;
/** KV blocks that running sequences may hold: 38 GB at 160 KB a token. */
export const ACTIVE_BLOCKS = 450;
export const DEPLOYMENT = "deployment";

/** Qwen3-14B on one H100 under vLLM 0.11: the step fit published with inference-sim's defaults. */
const STEP = { alphaMs: 13.578, prefillMsPerToken: 0.03944, betaMs: 0.02732 };
/** The same fit's cost of the API before the engine sees a request. */
export const apiMs = (inputTokens: number): number => 8.888 + 0.0002 * inputTokens;

/** An endpoint whose prefix cache holds `cacheBlocks`. */
export const engineSettings = (cacheBlocks: number): EngineSettings => ({
  ...STEP,
  stepTokenBudget: 8_192,
  maxSequences: 256,
  blockSize: BLOCK_TOKENS,
  kvBlocks: cacheBlocks,
  activeBlocks: ACTIVE_BLOCKS,
});

const deployment: SharedSnapshot["deployments"][number] = {
  id: DEPLOYMENT,
  poolId: "pool",
  modelId: "model",
  servedName: "model",
  gpusPerReplica: 1,
  profile: {
    alphaSeconds: STEP.alphaMs / 1000,
    betaSeconds: STEP.betaMs / 1000,
    prefillSecondsPerToken: STEP.prefillMsPerToken / 1000,
    referenceBatch: 64,
    maxSequences: 256,
  },
  price: { inputPerMillion: 0, outputPerMillion: 0 },
  energy: { kWhPerMillionTokens: 0, kgCO2eqPerKWh: 0, method: "none" },
  endpoints: [],
};

/** The one application that asks, where a real registry has it: State, ministry, direction, use case. */
export const APPLICATION = "application";
export const REGISTRY: SharedSnapshot = {
  organisations: [
    { id: "state", slug: "state", name: "State", parentId: null },
    { id: "ministry", slug: "ministry", name: "Ministry", parentId: "state" },
    { id: "direction", slug: "direction", name: "Direction", parentId: "ministry" },
  ],
  useCases: [
    {
      id: "use-case",
      slug: "use-case",
      name: "Use case",
      organisationId: "direction",
      state: "deployed",
      labels: [],
      serviceClass: "standard",
      maxOutputTokens: 2_000,
    },
  ],
  applications: [
    { id: APPLICATION, slug: APPLICATION, name: "Application", useCaseId: "use-case", keys: [], models: null },
  ],
  allocations: [],
  deployments: [deployment],
};

const placed = (id: string): PlacedEndpoint => ({
  endpoint: { id, url: `http://${id}.invalid`, apiKeyVariable: null, simulated: true },
  deployment,
  pool: { id: "pool" } as PlacedEndpoint["pool"],
});

/** What a fleet needs of a snapshot that names `ids`. */
export const endpointsNamed = (ids: readonly string[]): Pick<CompiledSnapshot, "endpoints"> => ({
  endpoints: new Map(ids.map((id) => [id, placed(id)])),
});
