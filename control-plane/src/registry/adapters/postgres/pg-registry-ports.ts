import { NO_RULES, type RuleGuard } from "../../../kernel/rule-guard.js";
import { EVALUATION_WORDS } from "../../domain/evaluations/evaluation.js";
import { SHADOW_TOOL_WORDS } from "../../domain/portfolio/shadow-tool.js";
import { TRAINING_WORDS } from "../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { systemSecrets } from "../../ports/secret-source.port.js";
import { PgApplicationRepository } from "./pg-application.repository.js";
import { PgModelRepository } from "./pg-model.repository.js";
import { PgOrganisationDirectory } from "./pg-organisation.directory.js";
import { PgReceiptBook } from "./pg-receipt.book.js";
import { PgUseCaseCatalogue } from "./pg-use-case.catalogue.js";
import { PgUseCaseRepository } from "./pg-use-case.repository.js";
import { PgBrickUseStore } from "./records/pg-brick-use.store.js";
import { PgRecordStore, PgUseCaseRecordStore } from "./records/pg-record.store.js";
import { PgSelectionWeightsStore } from "./records/pg-selection-weights.store.js";
import {
  BRICKS,
  CONSULTATIONS,
  EVALUATIONS,
  KEY_REQUESTS,
  SELECTION_SCORES,
  SHADOW_TOOLS,
  TRAININGS,
  USE_CASE_CHANGES,
} from "./records/record-tables.js";

/**
 * The registry on PostgreSQL: what the module and the command line give to its use cases.
 * @param rules none for the command line, which brings in what already stands
 */
export const pgRegistryPorts = (rules: RuleGuard = NO_RULES): RegistryPorts => ({
  rules,
  useCases: new PgUseCaseRepository(),
  catalogue: new PgUseCaseCatalogue(),
  applications: new PgApplicationRepository(),
  models: new PgModelRepository(),
  organisations: new PgOrganisationDirectory(),
  secrets: systemSecrets,
  receipts: new PgReceiptBook(),
  weights: new PgSelectionWeightsStore(),
  scores: new PgUseCaseRecordStore(SELECTION_SCORES),
  evaluations: new PgUseCaseRecordStore(EVALUATIONS, EVALUATION_WORDS),
  changes: new PgUseCaseRecordStore(USE_CASE_CHANGES),
  consultations: new PgUseCaseRecordStore(CONSULTATIONS),
  keyRequests: new PgUseCaseRecordStore(KEY_REQUESTS),
  shadowTools: new PgRecordStore(SHADOW_TOOLS, SHADOW_TOOL_WORDS),
  trainings: new PgRecordStore(TRAININGS, TRAINING_WORDS),
  bricks: new PgRecordStore(BRICKS),
  brickUses: new PgBrickUseStore(),
});
