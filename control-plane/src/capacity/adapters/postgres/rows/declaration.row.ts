import type { CapacityDeclaration } from "../../../domain/declaration/capacity-declaration.js";

export interface DeclarationRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly organisation_id: string;
  readonly state: CapacityDeclaration["state"];
  readonly declared_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
  readonly line_count: number;
  readonly gpu_count: number;
  readonly completeness: number;
  readonly over_commitment_by: string | null;
  readonly over_commitment_reason: string | null;
  readonly supersedes: string | null;
}

export const DECLARATION_COLUMNS = [
  "id",
  "campaign_id",
  "organisation_id",
  "state",
  "declared_by",
  "created_at",
  "updated_at",
  "version",
  "line_count",
  "gpu_count",
  "completeness",
  "over_commitment_by",
  "over_commitment_reason",
  "supersedes",
] as const satisfies readonly (keyof DeclarationRow)[];

export const declarationFromRow = (row: DeclarationRow): CapacityDeclaration => ({
  id: row.id,
  campaignId: row.campaign_id,
  organisationId: row.organisation_id,
  state: row.state,
  declaredBy: row.declared_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
  lineCount: row.line_count,
  gpuCount: row.gpu_count,
  completeness: row.completeness,
  overCommitment:
    row.over_commitment_by === null
      ? null
      : { approvedBy: row.over_commitment_by, reason: row.over_commitment_reason ?? "" },
  supersedes: row.supersedes,
});

/** Values in the order of `DECLARATION_COLUMNS`. */
export const declarationValues = (declaration: CapacityDeclaration): readonly unknown[] => [
  declaration.id,
  declaration.campaignId,
  declaration.organisationId,
  declaration.state,
  declaration.declaredBy,
  declaration.createdAt,
  declaration.updatedAt,
  declaration.version,
  declaration.lineCount,
  declaration.gpuCount,
  declaration.completeness,
  declaration.overCommitment?.approvedBy ?? null,
  declaration.overCommitment?.reason ?? null,
  declaration.supersedes,
];
