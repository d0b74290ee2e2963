import { column, days, json, Table, values } from "../../../../platform/database/table.js";
import type { KeyRequest } from "../../../domain/applications/key-request.js";
import type { UseCaseChange } from "../../../domain/change.js";
import type { Evaluation } from "../../../domain/evaluations/evaluation.js";
import type { Brick } from "../../../domain/portfolio/brick.js";
import type { ShadowTool } from "../../../domain/portfolio/shadow-tool.js";
import type { StaffConsultation } from "../../../domain/portfolio/staff-consultation.js";
import type { TrainingDeclaration } from "../../../domain/portfolio/training.js";
import type { SelectionScore } from "../../../domain/selection/selection-score.js";

const stored = values("id", "organisationId", "version");
const ofUseCase = { ...stored, ...values("useCaseId") };

export const SELECTION_SCORES = new Table<SelectionScore>("selection_score", {
  ...ofUseCase,
  ...json("marks"),
  ...values("rationale", "state", "scoredBy", "scoredAt"),
});

export const EVALUATIONS = new Table<Evaluation>("evaluation", {
  ...ofUseCase,
  ...values("protocol", "body", "independent", "sample", "verdict", "summary", "publicationUrl", "state", "plannedBy"),
  ...values("plannedAt", "publishedAt"),
  ...json("metrics"),
});

export const USE_CASE_CHANGES = new Table<UseCaseChange>("use_case_change", {
  ...ofUseCase,
  ...json("changes"),
  ...values("reason", "state", "proposedBy", "proposedAt", "decidedBy", "decidedAt", "decisionReason"),
  right: column("decision_right"),
});

export const KEY_REQUESTS = new Table<KeyRequest>("key_request", {
  ...ofUseCase,
  ...values("applicationId", "validDays", "reason", "state", "requestedBy", "requestedAt", "validatedBy", "approvedBy"),
  ...values("closedReason", "keyId"),
});

export const CONSULTATIONS = new Table<StaffConsultation>("staff_consultation", {
  ...ofUseCase,
  ...values("body", "opinion", "summary", "documentUrl", "recordedBy"),
  ...days("heldOn"),
});

export const SHADOW_TOOLS = new Table<ShadowTool>("shadow_tool", {
  ...stored,
  ...values("name", "vendor", "vendorCountry", "purpose", "agents", "alternativeId", "answer", "state", "declaredBy"),
  ...values("declaredAt"),
});

export const TRAININGS = new Table<TrainingDeclaration>("training_declaration", {
  ...stored,
  ...values("year", "programme", "audience", "trained", "target", "source", "state", "declaredBy", "declaredAt"),
});

export const BRICKS = new Table<Brick>("brick", {
  ...stored,
  ...values("slug", "name", "description", "repositoryUrl", "licence", "publiccodeUrl", "state", "listedAt"),
});
