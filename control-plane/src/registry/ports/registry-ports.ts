import type { ApplicationRepository } from "./application.repository.js";
import type { ModelRepository } from "./model.repository.js";
import type { OrganisationDirectory } from "./organisation.directory.js";
import type { SecretSource } from "./secret-source.js";
import type { UseCaseCatalogue } from "./use-case.catalogue.js";
import type { UseCaseRepository } from "./use-case.repository.js";

/** Everything the registry's use cases reach the outside through; the module chooses the adapters. */
export interface RegistryPorts {
  readonly useCases: UseCaseRepository;
  readonly catalogue: UseCaseCatalogue;
  readonly applications: ApplicationRepository;
  readonly models: ModelRepository;
  readonly organisations: OrganisationDirectory;
  readonly secrets: SecretSource;
}
