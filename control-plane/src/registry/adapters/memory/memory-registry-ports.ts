import type { RegistryPorts } from "../../ports/registry-ports.js";
import { systemSecrets } from "../../ports/secret-source.port.js";
import { MemoryApplicationRepository } from "./memory-application.repository.js";
import { MemoryModelRepository } from "./memory-model.repository.js";
import { MemoryOrganisationDirectory } from "./memory-organisation.directory.js";
import { MemoryUseCaseCatalogue, type CatalogueOrganisation } from "./memory-use-case.catalogue.js";
import { MemoryUseCaseRepository } from "./memory-use-case.repository.js";

/** The registry in memory. @param organisations by id; the root is the one whose path is itself */
export function memoryRegistryPorts(organisations: ReadonlyMap<string, CatalogueOrganisation>): RegistryPorts {
  const useCases = new MemoryUseCaseRepository();
  return {
    useCases,
    catalogue: new MemoryUseCaseCatalogue(useCases, organisations),
    applications: new MemoryApplicationRepository(),
    models: new MemoryModelRepository(),
    organisations: new MemoryOrganisationDirectory(organisations),
    secrets: systemSecrets,
  };
}
