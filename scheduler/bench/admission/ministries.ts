import type { SharedSnapshot } from "../../src/admission/fair-share/queue/fair-queues.port.js";

const ORGANISATIONS = 100;
const DIRECTIONS_EACH = 2;
const USE_CASES_EACH = 5;
const APPLICATIONS_EACH = 2;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Pools that every request may use, with the one deployment of each. */
export const POOLS = ["pool", "other-pool"];
export const deploymentIn = (poolId: string): string => `deployment in ${poolId}`;

/** The State, 100 ministries with rights in two pools, two directions each, 500 use cases, 1,000 applications. */
export function ministries(): SharedSnapshot {
  const organisation = (id: string, parentId: string | null) => ({ id, slug: id, name: id, parentId });
  const useCases = numbers(ORGANISATIONS * USE_CASES_EACH);
  return {
    organisations: [
      organisation("state", null),
      ...numbers(ORGANISATIONS).map((at) => organisation(`organisation-${at}`, "state")),
      ...numbers(ORGANISATIONS * DIRECTIONS_EACH).map((at) =>
        organisation(`direction-${at}`, `organisation-${at % ORGANISATIONS}`),
      ),
    ],
    useCases: useCases.map((at) => ({
      id: `use-case-${at}`,
      slug: `use-case-${at}`,
      name: "",
      organisationId: `direction-${at % (ORGANISATIONS * DIRECTIONS_EACH)}`,
      state: "deployed",
      labels: [],
      serviceClass: "standard",
      maxOutputTokens: 1_000,
    })),
    applications: numbers(useCases.length * APPLICATIONS_EACH).map((at) => ({
      id: `application-${at}`,
      slug: `application-${at}`,
      name: "",
      useCaseId: `use-case-${Math.floor(at / APPLICATIONS_EACH)}`,
      keys: [],
      models: null,
    })),
    allocations: POOLS.flatMap((poolId) =>
      numbers(ORGANISATIONS).map((at) => ({
        id: `allocation-${at} in ${poolId}`,
        poolId,
        nodeId: `organisation-${at}`,
        nominal: 1 + (at % 3),
        guarantee: at % 4 === 0 ? 1 : 0,
        lendLimit: null,
        borrowLimit: at % 5 === 0 ? 20 : null,
        weight: 1 + (at % 7),
      })),
    ),
    deployments: POOLS.map((poolId) => ({
      id: deploymentIn(poolId),
      poolId,
      modelId: "model",
      servedName: "model",
      gpusPerReplica: 4,
      profile: {
        alphaSeconds: 0.0136,
        betaSeconds: 0.000_027,
        prefillSecondsPerToken: 0.000_039,
        referenceBatch: 64,
        maxSequences: 256,
      },
      price: { inputPerMillion: 0, outputPerMillion: 0 },
      energy: { kWhPerMillionTokens: 0, kgCO2eqPerKWh: 0, method: "none" },
      endpoints: [],
    })),
  };
}
