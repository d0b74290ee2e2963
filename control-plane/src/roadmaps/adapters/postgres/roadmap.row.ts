import type { Roadmap, RoadmapEvent, RoadmapState } from "../../domain/roadmap.js";

export interface RoadmapRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly year: number;
  readonly state: RoadmapState;
  readonly declared_by: string;
  readonly submitted_at: Date | null;
  readonly version: number;
}

export const roadmapFromRow = (row: RoadmapRow): Roadmap => ({
  id: row.id,
  organisationId: row.organisation_id,
  year: row.year,
  state: row.state,
  declaredBy: row.declared_by,
  submittedAt: row.submitted_at,
  version: row.version,
});

export interface RoadmapEventRow {
  readonly id: string;
  readonly roadmap_id: string;
  readonly organisation_id: string;
  readonly at: Date;
  readonly from_state: RoadmapState;
  readonly to_state: RoadmapState;
  readonly by: string;
  readonly reason: string;
}

export const eventFromRow = (row: RoadmapEventRow): RoadmapEvent => ({
  id: row.id,
  roadmapId: row.roadmap_id,
  organisationId: row.organisation_id,
  at: row.at,
  from: row.from_state,
  to: row.to_state,
  by: row.by,
  reason: row.reason,
});
