import type { SharedSnapshot } from "../../src/admission/fair-share/queue/fair-queues.port.js";

/** One H100 each: engines whose places are all taken work at exactly the profile's cost. */
export const ENGINES = 6;
export const SEQUENCES = 32;

/** Three ministries at 3:2:1, in rights and in weights. */
export const MINISTRIES = [
  { id: "a", weight: 3, teams: 2 },
  { id: "b", weight: 2, teams: 2 },
  { id: "c", weight: 1, teams: 12 },
] as const;
export type MinistryId = (typeof MINISTRIES)[number]["id"];
export const ALL_WEIGHTS = MINISTRIES.reduce((sum, { weight }) => sum + weight, 0);

export const PROFILE = {
  alphaSeconds: 0.013_578,
  betaSeconds: 0.000_027_32,
  prefillSecondsPerToken: 0.000_039_44,
  referenceBatch: SEQUENCES,
  maxSequences: SEQUENCES,
};

const useCase = (id: string, organisationId: string): SharedSnapshot["useCases"][number] => ({
  id,
  slug: id,
  name: id,
  organisationId,
  state: "deployed",
  labels: [],
  serviceClass: "standard",
  maxOutputTokens: 128_000,
});

/** `rights`: part of the pool that is the ministries' right. `flat`: every team hangs under the State, alike and without right. */
export function snapshotOf(rights: number, flat: boolean): SharedSnapshot {
  const organisation = (id: string, parentId: string | null) => ({ id, slug: id, name: id, parentId });
  const teams = MINISTRIES.flatMap(({ id, teams: count }) =>
    Array.from({ length: count }, (_, at) => ({ id: `${id}-${at}`, ministry: id })),
  );
  return {
    organisations: [
      organisation("state", null),
      ...MINISTRIES.flatMap(({ id }) => [organisation(id, "state"), organisation(`direction-${id}`, id)]),
    ],
    useCases: teams.map(({ id, ministry }) => useCase(`use-${id}`, flat ? "state" : `direction-${ministry}`)),
    applications: teams.map(({ id }) => ({ id, slug: id, name: id, useCaseId: `use-${id}`, keys: [], models: null })),
    allocations: flat
      ? []
      : MINISTRIES.map(({ id, weight }) => ({
          id: `right-${id}`,
          poolId: "pool",
          nodeId: id,
          nominal: (ENGINES * rights * weight) / ALL_WEIGHTS,
          guarantee: (ENGINES * rights * weight) / (3 * ALL_WEIGHTS),
          lendLimit: null,
          borrowLimit: null,
          weight,
        })),
    deployments: [
      {
        id: "deployment",
        poolId: "pool",
        modelId: "model",
        servedName: "model",
        gpusPerReplica: 1,
        profile: PROFILE,
        price: { inputPerMillion: 0, outputPerMillion: 0 },
        energy: { kWhPerMillionTokens: 0, kgCO2eqPerKWh: 0, method: "none" },
        endpoints: [],
      },
    ],
  };
}
