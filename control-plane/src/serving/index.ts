export { ServingModule } from "./serving.module.js";
export { servingUseCases } from "./serving.composition.js";
export { exportServing, type ServingExport } from "./adapters/postgres/pg-serving-export.js";
export type { RegisterPoolInput } from "./use-cases/register-pool.use-case.js";
export type { DeployModelInput } from "./use-cases/deploy-model.use-case.js";
export { PoolType } from "./adapters/graphql/pool.types.js";
