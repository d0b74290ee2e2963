export { ServingModule } from "./serving.module.js";
export { servingUseCases } from "./serving.composition.js";
export { exportServing, type ServingExport } from "./adapters/postgres/pg-serving-export.js";
export { PoolType } from "./adapters/graphql/pool.types.js";
export { ALLOCATION_SOURCE, DEROGATION_SOURCE, LAPSE_SOURCE, POLICY_SOURCE } from "./serving.tokens.js";
export type { AllocationSource, PieceLapse } from "./ports/snapshot-sources.port.js";
export type { PolicySource } from "./ports/policy-source.port.js";
export { PgSnapshotStore } from "./adapters/postgres/pg-snapshot.store.js";
