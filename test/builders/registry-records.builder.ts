import type { AiUseCase } from "../../control-plane/src/registry/domain/ai-use-case.js";
import type { KeyRequest } from "../../control-plane/src/registry/domain/applications/key-request.js";
import type { UseCaseChange } from "../../control-plane/src/registry/domain/change.js";
import type { Evaluation } from "../../control-plane/src/registry/domain/evaluations/evaluation.js";
import type { Brick } from "../../control-plane/src/registry/domain/portfolio/brick.js";
import type { ShadowTool } from "../../control-plane/src/registry/domain/portfolio/shadow-tool.js";
import type { StaffConsultation } from "../../control-plane/src/registry/domain/portfolio/staff-consultation.js";
import type { TrainingDeclaration } from "../../control-plane/src/registry/domain/portfolio/training.js";
import type { SelectionScore } from "../../control-plane/src/registry/domain/selection/selection-score.js";

export interface SampleRecords {
  readonly score: SelectionScore;
  readonly evaluation: Evaluation;
  readonly change: UseCaseChange;
  readonly keyRequest: KeyRequest;
  readonly consultation: StaffConsultation;
  readonly shadowTool: ShadowTool;
  readonly training: TrainingDeclaration;
  readonly brick: Brick;
}

const AT = new Date("2026-09-01T08:00:00.123Z");

/** One record of each kind, of a use case and of its organisation. */
export function sampleRecords({ id: useCaseId, organisationId }: AiUseCase, newId: () => string): SampleRecords {
  const stored = () => ({ id: newId(), organisationId, version: 1 });
  return {
    score: {
      ...stored(),
      useCaseId,
      marks: { impact: 4, generalisability: 3, agentEffects: 5, userEffects: 1 },
      rationale: "Utile à tous les ministères",
      state: "final",
      scoredBy: "cell",
      scoredAt: AT,
    },
    evaluation: {
      ...stored(),
      useCaseId,
      protocol: "Questionnaires et groupes",
      body: "LaborIA",
      independent: true,
      sample: "33 agents",
      metrics: [
        {
          name: "utile",
          value: 75,
          unit: "%",
          low: 72.2,
          high: 77.6,
          confidence: 0.95,
          intervalMethod: "wilson",
          sample: 1000,
          source: null,
        },
      ],
      verdict: "generalise",
      summary: "Utile au métier",
      publicationUrl: "https://data.example/evaluation",
      state: "published",
      plannedBy: "cell",
      plannedAt: AT,
      publishedAt: AT,
    },
    change: {
      ...stored(),
      useCaseId,
      changes: [{ field: "dossier.exitPlan", before: null, after: "Plan de sortie 2026" }],
      reason: "Marché relancé",
      right: "validate",
      state: "proposed",
      proposedBy: "declarant",
      proposedAt: AT,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    },
    keyRequest: {
      ...stored(),
      useCaseId,
      applicationId: newId(),
      validDays: 90,
      reason: "Mise en service",
      state: "validated",
      requestedBy: "declarant",
      requestedAt: AT,
      validatedBy: "validator",
      approvedBy: null,
      closedReason: null,
      keyId: null,
    },
    consultation: {
      ...stored(),
      useCaseId,
      body: "CSA ministériel",
      heldOn: "2026-05-12",
      opinion: "reserved",
      summary: "Demande un suivi de la charge",
      documentUrl: null,
      recordedBy: "declarant",
    },
    shadowTool: {
      ...stored(),
      name: "Traducteur grand public",
      vendor: "Éditeur",
      vendorCountry: "US",
      purpose: "Traduire des notes",
      agents: null,
      alternativeId: useCaseId,
      answer: "DiploIA",
      state: "answered",
      declaredBy: "declarant",
      declaredAt: AT,
    },
    training: {
      ...stored(),
      year: 2025,
      programme: "MOOC",
      audience: "Agents",
      trained: 120,
      target: 200,
      source: null,
      state: "declared",
      declaredBy: "declarant",
      declaredAt: AT,
    },
    brick: {
      ...stored(),
      slug: "transcription",
      name: "Transcription",
      description: "Du son au texte",
      repositoryUrl: "https://git.example/transcription",
      licence: "MIT",
      publiccodeUrl: null,
      state: "listed",
      listedAt: AT,
    },
  };
}
