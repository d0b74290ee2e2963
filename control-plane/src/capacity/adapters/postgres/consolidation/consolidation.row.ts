import type { Consolidation, ConsolidationState } from "../../../domain/consolidation/consolidation-life.js";
import type { SupplierVersion } from "../../../domain/consolidation/supplier/supplier-version.js";

export interface ConsolidationRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly state: ConsolidationState;
  readonly progress: number;
  readonly input_digest: string | null;
  readonly report_digest: string | null;
  readonly failure: string | null;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly computed_at: Date | null;
  readonly reviewed_by: string | null;
  readonly published_by: string | null;
  readonly published_at: Date | null;
  readonly supplier: SupplierVersion | null;
  readonly version: number;
}

export const CONSOLIDATION_COLUMNS = [
  "id",
  "campaign_id",
  "state",
  "progress",
  "input_digest",
  "report_digest",
  "failure",
  "requested_by",
  "requested_at",
  "computed_at",
  "reviewed_by",
  "published_by",
  "published_at",
  "supplier",
  "version",
] as const satisfies readonly (keyof ConsolidationRow)[];

export const consolidationFromRow = (row: ConsolidationRow): Consolidation => ({
  id: row.id,
  campaignId: row.campaign_id,
  state: row.state,
  progress: row.progress,
  inputDigest: row.input_digest,
  reportDigest: row.report_digest,
  failure: row.failure,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  computedAt: row.computed_at,
  reviewedBy: row.reviewed_by,
  publishedBy: row.published_by,
  publishedAt: row.published_at,
  supplier: row.supplier,
  version: row.version,
});

export const consolidationValues = (each: Consolidation): readonly unknown[] => [
  each.id,
  each.campaignId,
  each.state,
  each.progress,
  each.inputDigest,
  each.reportDigest,
  each.failure,
  each.requestedBy,
  each.requestedAt,
  each.computedAt,
  each.reviewedBy,
  each.publishedBy,
  each.publishedAt,
  each.supplier === null ? null : JSON.stringify(each.supplier),
  each.version,
];
