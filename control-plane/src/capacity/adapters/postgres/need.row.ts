import type { SubmissionState } from "../../domain/declaration/submission-state.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";

export interface NeedRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly organisation_id: string;
  readonly state: SubmissionState;
  readonly declared_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
  readonly completeness: number;
  readonly content: NeedContent;
}

export const NEED_COLUMNS =
  "id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version, completeness, content";

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
