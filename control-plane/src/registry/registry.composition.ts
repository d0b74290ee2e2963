import { pgRegistryPorts } from "./adapters/postgres/pg-registry-ports.js";
import { defineAlias } from "./use-cases/models/define-alias.use-case.js";
import { importApplication } from "./use-cases/applications/import-application.use-case.js";
import { importUseCase } from "./use-cases/life-cycle/import-use-case.use-case.js";
import { importRecords } from "./use-cases/records/import-records.js";
import { importModel } from "./use-cases/models/import-model.use-case.js";

const ports = pgRegistryPorts();

/** Verbs on PostgreSQL for callers outside the web application, such as the seed. Each may be run again. */
export const registryUseCases = {
  importUseCase: importUseCase(ports),
  importApplication: importApplication(ports),
  importModel: importModel(ports),
  defineAlias: defineAlias(ports),
  ...importRecords(ports),
} as const;
