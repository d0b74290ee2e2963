import { EVALUATION_WORDS, type Evaluation } from "../../../domain/evaluations/evaluation.js";
import type { Brick } from "../../../domain/portfolio/brick.js";
import { SHADOW_TOOL_WORDS, type ShadowTool } from "../../../domain/portfolio/shadow-tool.js";
import type { StaffConsultation } from "../../../domain/portfolio/staff-consultation.js";
import { TRAINING_WORDS, type TrainingDeclaration } from "../../../domain/portfolio/training.js";
import type { SelectionScore } from "../../../domain/selection/selection-score.js";
import type { RecordTable } from "./record-table.js";

const stored = { id: "value", organisationId: "value", version: "value" } as const;
const ofUseCase = { ...stored, useCaseId: "value" } as const;

export const SELECTION_SCORES: RecordTable<SelectionScore> = {
  name: "selection_score",
  fields: { ...ofUseCase, marks: "json", rationale: "value", state: "value", scoredBy: "value", scoredAt: "value" },
};

export const EVALUATIONS: RecordTable<Evaluation> = {
  name: "evaluation",
  searched: EVALUATION_WORDS,
  fields: {
    ...ofUseCase,
    protocol: "value",
    body: "value",
    independent: "value",
    sample: "value",
    metrics: "json",
    verdict: "value",
    summary: "value",
    publicationUrl: "value",
    state: "value",
    plannedBy: "value",
    plannedAt: "value",
    publishedAt: "value",
  },
};

export const CONSULTATIONS: RecordTable<StaffConsultation> = {
  name: "staff_consultation",
  fields: {
    ...ofUseCase,
    body: "value",
    heldOn: "day",
    opinion: "value",
    summary: "value",
    documentUrl: "value",
    recordedBy: "value",
  },
};

export const SHADOW_TOOLS: RecordTable<ShadowTool> = {
  name: "shadow_tool",
  searched: SHADOW_TOOL_WORDS,
  fields: {
    ...stored,
    name: "value",
    vendor: "value",
    vendorCountry: "value",
    purpose: "value",
    agents: "value",
    alternativeId: "value",
    answer: "value",
    state: "value",
    declaredBy: "value",
    declaredAt: "value",
  },
};

export const TRAININGS: RecordTable<TrainingDeclaration> = {
  name: "training_declaration",
  searched: TRAINING_WORDS,
  fields: {
    ...stored,
    year: "value",
    programme: "value",
    audience: "value",
    trained: "value",
    target: "value",
    source: "value",
    state: "value",
    declaredBy: "value",
    declaredAt: "value",
  },
};

export const BRICKS: RecordTable<Brick> = {
  name: "brick",
  fields: {
    ...stored,
    slug: "value",
    name: "value",
    description: "value",
    repositoryUrl: "value",
    licence: "value",
    publiccodeUrl: "value",
    state: "value",
    listedAt: "value",
  },
};
