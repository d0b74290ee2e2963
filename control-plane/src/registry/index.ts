export { RegistryModule } from "./registry.module.js";
export { registryUseCases } from "./registry.composition.js";
export { pgRegistryPorts } from "./adapters/postgres/pg-registry-ports.js";
export { registrySnapshotSource } from "./adapters/postgres/pg-registry-snapshot.js";
export { exportRegistry, type RegistryExport } from "./adapters/postgres/pg-registry-export.js";
export { RegistryLoaders } from "./adapters/graphql/registry-loaders.js";
export { ModelType } from "./adapters/graphql/model.types.js";
export { UseCaseType } from "./adapters/graphql/use-case.types.js";
