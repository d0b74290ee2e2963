import type { CapacityNeed, NeedContent } from "../../../domain/need/capacity-need.js";
import { contentOf } from "../../../domain/need/read-need.js";

export interface NeedRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly organisation_id: string;
  readonly state: CapacityNeed["state"];
  readonly declared_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
  readonly completeness: number;
  readonly content: NeedContent;
}

export const NEED_COLUMNS = [
  "id",
  "campaign_id",
  "organisation_id",
  "state",
  "declared_by",
  "created_at",
  "updated_at",
  "version",
  "completeness",
  "content",
] as const satisfies readonly (keyof NeedRow)[];

export const needFromRow = (row: NeedRow): CapacityNeed => ({
  ...row.content,
  id: row.id,
  campaignId: row.campaign_id,
  organisationId: row.organisation_id,
  state: row.state,
  declaredBy: row.declared_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
  completeness: row.completeness,
});

/** Values in the order of `NEED_COLUMNS`. */
export const needRowValues = (need: CapacityNeed): readonly unknown[] => [
  need.id,
  need.campaignId,
  need.organisationId,
  need.state,
  need.declaredBy,
  need.createdAt,
  need.updatedAt,
  need.version,
  need.completeness,
  JSON.stringify(contentOf(need)),
];
