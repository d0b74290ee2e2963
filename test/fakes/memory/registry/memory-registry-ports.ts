import { NO_RULES } from "../../../../control-plane/src/kernel/rule-guard.js";
import type { RegistryPorts } from "../../../../control-plane/src/registry/ports/registry-ports.js";
import { systemSecrets } from "../../../../control-plane/src/registry/ports/secret-source.port.js";
import { EVALUATION_WORDS } from "../../../../control-plane/src/registry/domain/evaluations/evaluation.js";
import { BRICK_UNIQUE } from "../../../../control-plane/src/registry/domain/portfolio/brick.js";
import { SHADOW_TOOL_WORDS } from "../../../../control-plane/src/registry/domain/portfolio/shadow-tool.js";
import { TRAINING_UNIQUE, TRAINING_WORDS } from "../../../../control-plane/src/registry/domain/portfolio/training.js";
import { MemoryApplicationRepository } from "./memory-application.repository.js";
import { MemoryModelRepository } from "./memory-model.repository.js";
import { MemoryOrganisationDirectory } from "./memory-organisation.directory.js";
import { MemoryReceiptBook } from "./memory-receipt.book.js";
import { MemoryUseCaseCatalogue, type CatalogueOrganisation } from "./memory-use-case.catalogue.js";
import { MemoryUseCaseRepository } from "./memory-use-case.repository.js";
import { MemoryBrickUseStore } from "./records/memory-brick-use.store.js";
import { MemoryRecordStore, MemoryUseCaseRecordStore } from "./records/memory-record.store.js";
import { MemorySelectionWeightsStore } from "./records/memory-selection-weights.store.js";

/** The registry in memory. @param organisations by id; the root is the one whose path is itself */
export function memoryRegistryPorts(organisations: ReadonlyMap<string, CatalogueOrganisation>): RegistryPorts {
  const useCases = new MemoryUseCaseRepository();
  const applications = new MemoryApplicationRepository();
  return {
    useCases,
    catalogue: new MemoryUseCaseCatalogue(useCases, organisations),
    applications,
    models: new MemoryModelRepository(
      () => useCases.where(),
      () => applications.where(),
    ),
    organisations: new MemoryOrganisationDirectory(organisations),
    secrets: systemSecrets,
    receipts: new MemoryReceiptBook(),
    weights: new MemorySelectionWeightsStore(),
    scores: new MemoryUseCaseRecordStore(organisations),
    evaluations: new MemoryUseCaseRecordStore(organisations, [], EVALUATION_WORDS),
    changes: new MemoryUseCaseRecordStore(organisations),
    consultations: new MemoryUseCaseRecordStore(organisations),
    keyRequests: new MemoryUseCaseRecordStore(organisations),
    shadowTools: new MemoryRecordStore(organisations, [], SHADOW_TOOL_WORDS),
    trainings: new MemoryRecordStore(organisations, TRAINING_UNIQUE, TRAINING_WORDS),
    bricks: new MemoryRecordStore(organisations, BRICK_UNIQUE),
    brickUses: new MemoryBrickUseStore(),
    rules: NO_RULES,
  };
}
