import type { ApplicationRepository } from "./application-repository.port.js";
import type { ModelRepository } from "./model-repository.port.js";
import type { OrganisationDirectory } from "./organisation-directory.port.js";
import type { SecretSource } from "./secret-source.port.js";
import type { UseCaseCatalogue } from "./use-case-catalogue.port.js";
import type { UseCaseRepository } from "./use-case-repository.port.js";

/** Everything the registry's use cases reach the outside through; the module chooses the adapters. */
export interface RegistryPorts {
  readonly useCases: UseCaseRepository;
  readonly catalogue: UseCaseCatalogue;
  readonly applications: ApplicationRepository;
  readonly models: ModelRepository;
  readonly organisations: OrganisationDirectory;
  readonly secrets: SecretSource;
}
