import type { RuleGuard } from "../../kernel/rule-guard.js";
import type { KeyRequest } from "../domain/applications/key-request.js";
import type { UseCaseChange } from "../domain/change.js";
import type { Evaluation } from "../domain/evaluations/evaluation.js";
import type { Brick } from "../domain/portfolio/brick.js";
import type { ShadowTool } from "../domain/portfolio/shadow-tool.js";
import type { StaffConsultation } from "../domain/portfolio/staff-consultation.js";
import type { TrainingDeclaration } from "../domain/portfolio/training.js";
import type { SelectionScore } from "../domain/selection/selection-score.js";
import type { ApplicationRepository } from "./application-repository.port.js";
import type { BrickUseStore } from "./brick-use.port.js";
import type { ModelRepository } from "./model-repository.port.js";
import type { OrganisationDirectory } from "./organisation-directory.port.js";
import type { ReceiptBook } from "./receipt-book.port.js";
import type { RecordStore, UseCaseRecordStore } from "./record-store.port.js";
import type { SecretSource } from "./secret-source.port.js";
import type { SelectionWeightsStore } from "./selection-weights.port.js";
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
  readonly receipts: ReceiptBook;
  readonly weights: SelectionWeightsStore;
  readonly scores: UseCaseRecordStore<SelectionScore>;
  readonly evaluations: UseCaseRecordStore<Evaluation>;
  readonly changes: UseCaseRecordStore<UseCaseChange>;
  readonly consultations: UseCaseRecordStore<StaffConsultation>;
  readonly keyRequests: UseCaseRecordStore<KeyRequest>;
  readonly shadowTools: RecordStore<ShadowTool>;
  readonly trainings: RecordStore<TrainingDeclaration>;
  readonly bricks: RecordStore<Brick>;
  readonly brickUses: BrickUseStore;
  /** What policy rules say of entering a state and of approving a model. */
  readonly rules: RuleGuard;
}
