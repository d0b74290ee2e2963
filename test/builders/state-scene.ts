import type { PoolId, ServiceClass } from "@socle/contracts";
import type { SharedSnapshot } from "../../scheduler/src/admission/fair-share/queue/fair-queues.port.js";
import { aDeployment } from "./inference-scene.js";
import { snapshot, useCase } from "./snapshot.builder.js";

/** Ministries of the scene, with their weights; their right in each pool is as many GPUs for each unit of `gpusPerUnit`. */
export const STATE_WEIGHTS = { a: 3, b: 2, c: 1 } as const;
export type Ministry = keyof typeof STATE_WEIGHTS;
const MINISTRIES = Object.keys(STATE_WEIGHTS) as Ministry[];
const DIRECTIONS = ["1", "2"];
const CLASSES: readonly ServiceClass[] = ["interactive", "standard", "batch"];

/** One GPU that serves `SEQUENCES` at once, one GPU-second a second. */
export const SEQUENCES = 8;
const PROFILE = {
  alphaSeconds: 0,
  betaSeconds: 1,
  prefillSecondsPerToken: 0,
  referenceBatch: SEQUENCES,
  maxSequences: SEQUENCES,
};

/** A deployment of a pool: model servers of one GPU each. */
export interface SceneDeployment {
  readonly id: string;
  readonly poolId: PoolId;
}

/** Application of a ministry's direction by class: `a1-standard`. */
export const applicationOf = (ministry: Ministry, serviceClass: ServiceClass, direction = "1"): string =>
  `${ministry}${direction}-${serviceClass}`;

/**
 * A registry of production's shape: one State, ministries at 3 : 2 : 1 with rights in every pool, two directions each, a
 * use case of each class under each direction, one application each.
 */
export const stateScene = (deployments: readonly SceneDeployment[], gpusPerUnit: number): SharedSnapshot => {
  const organisation = (id: string, parentId: string | null) => ({ id, slug: id, name: id, parentId });
  const directions = MINISTRIES.flatMap((ministry) =>
    DIRECTIONS.map((each) => ({ ministry, id: `${ministry}${each}` })),
  );
  const cases = directions.flatMap(({ id }) =>
    CLASSES.map((serviceClass) => ({ id: `${id}-${serviceClass}`, of: id, serviceClass })),
  );
  const pools = [...new Set(deployments.map(({ poolId }) => poolId))];
  return snapshot({
    organisations: [
      organisation("state", null),
      ...MINISTRIES.map((id) => organisation(id, "state")),
      ...directions.map(({ id, ministry }) => organisation(id, ministry)),
    ],
    useCases: cases.map(({ id, of, serviceClass }) => useCase({ id: `use-${id}`, organisationId: of, serviceClass })),
    applications: cases.map(({ id }) => ({ id, slug: id, name: id, useCaseId: `use-${id}`, keys: [], models: null })),
    allocations: pools.flatMap((poolId) =>
      MINISTRIES.map((id) => ({
        id: `${id} in ${poolId}`,
        poolId,
        nodeId: id,
        nominal: STATE_WEIGHTS[id] * gpusPerUnit,
        guarantee: 0,
        lendLimit: null,
        borrowLimit: null,
        weight: STATE_WEIGHTS[id],
      })),
    ),
    deployments: deployments.map((each) => aDeployment({ ...each, gpusPerReplica: 1, profile: PROFILE })),
  });
};
