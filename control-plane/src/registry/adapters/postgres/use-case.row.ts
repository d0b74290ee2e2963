import type { DataLabel, ServiceClass, UseCaseState } from "@socle/contracts";
import type { AiUseCase, DecisionRole, StaffEffect, UseCaseEvent } from "../../domain/ai-use-case.js";

export interface UseCaseRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly organisation_id: string;
  readonly state: UseCaseState;
  readonly suspended_from: UseCaseState | null;
  readonly labels: DataLabel[];
  readonly service_class: ServiceClass;
  readonly max_output_tokens: number;
  readonly decision_role: DecisionRole;
  readonly affects_individuals: boolean;
  readonly staff_effect: StaffEffect;
  readonly owner_email: string;
  readonly oversight: string;
  readonly evidence: AiUseCase["evidence"];
  readonly declared_by: string;
  readonly declared_at: Date;
  readonly amended_by: string | null;
  readonly dossier: AiUseCase["dossier"];
  readonly convergence: AiUseCase["convergence"];
  readonly merged_into: string | null;
  readonly version: number;
}

export const USE_CASE_COLUMNS = [
  "id",
  "slug",
  "name",
  "description",
  "organisation_id",
  "state",
  "suspended_from",
  "labels",
  "service_class",
  "max_output_tokens",
  "decision_role",
  "affects_individuals",
  "staff_effect",
  "owner_email",
  "oversight",
  "evidence",
  "declared_by",
  "declared_at",
  "amended_by",
  "dossier",
  "convergence",
  "merged_into",
  "version",
] as const satisfies readonly (keyof UseCaseRow)[];

export const useCaseFromRow = (row: UseCaseRow): AiUseCase => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  organisationId: row.organisation_id,
  state: row.state,
  suspendedFrom: row.suspended_from,
  labels: row.labels,
  serviceClass: row.service_class,
  maxOutputTokens: row.max_output_tokens,
  decisionRole: row.decision_role,
  affectsIndividuals: row.affects_individuals,
  staffEffect: row.staff_effect,
  ownerEmail: row.owner_email,
  oversight: row.oversight,
  evidence: row.evidence,
  declaredBy: row.declared_by,
  declaredAt: row.declared_at,
  amendedBy: row.amended_by,
  dossier: row.dossier,
  convergence: row.convergence,
  mergedInto: row.merged_into,
  version: row.version,
});

/** Values in the order of `USE_CASE_COLUMNS`. */
export const useCaseValues = (useCase: AiUseCase): readonly unknown[] => [
  useCase.id,
  useCase.slug,
  useCase.name,
  useCase.description,
  useCase.organisationId,
  useCase.state,
  useCase.suspendedFrom,
  useCase.labels,
  useCase.serviceClass,
  useCase.maxOutputTokens,
  useCase.decisionRole,
  useCase.affectsIndividuals,
  useCase.staffEffect,
  useCase.ownerEmail,
  useCase.oversight,
  JSON.stringify(useCase.evidence),
  useCase.declaredBy,
  useCase.declaredAt,
  useCase.amendedBy,
  JSON.stringify(useCase.dossier),
  useCase.convergence === null ? null : JSON.stringify(useCase.convergence),
  useCase.mergedInto,
  useCase.version,
];

export interface UseCaseEventRow {
  readonly id: string;
  readonly use_case_id: string;
  readonly organisation_id: string;
  readonly at: Date;
  readonly from_state: UseCaseState | null;
  readonly to_state: UseCaseState;
  readonly by: string;
  readonly reason: string | null;
}

export const eventFromRow = (row: UseCaseEventRow): UseCaseEvent => ({
  id: row.id,
  useCaseId: row.use_case_id,
  organisationId: row.organisation_id,
  at: row.at,
  from: row.from_state,
  to: row.to_state,
  by: row.by,
  reason: row.reason,
});
