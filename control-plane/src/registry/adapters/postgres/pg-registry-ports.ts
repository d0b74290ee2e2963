import type { RegistryPorts } from "../../ports/registry-ports.js";
import { systemSecrets } from "../../ports/secret-source.port.js";
import { PgApplicationRepository } from "./pg-application.repository.js";
import { PgModelRepository } from "./pg-model.repository.js";
import { PgOrganisationDirectory } from "./pg-organisation.directory.js";
import { PgUseCaseCatalogue } from "./pg-use-case.catalogue.js";
import { PgUseCaseRepository } from "./pg-use-case.repository.js";

/** The registry on PostgreSQL: what the module and the command line give to its use cases. */
export const pgRegistryPorts = (): RegistryPorts => ({
  useCases: new PgUseCaseRepository(),
  catalogue: new PgUseCaseCatalogue(),
  applications: new PgApplicationRepository(),
  models: new PgModelRepository(),
  organisations: new PgOrganisationDirectory(),
  secrets: systemSecrets,
});
