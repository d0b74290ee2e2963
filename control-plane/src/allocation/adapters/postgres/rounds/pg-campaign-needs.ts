import { CONSOLIDATIONS, NEEDS, SIZED_NEEDS } from "../../../../capacity/reads/needs.js";
import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import { USE_CASES } from "../../../../registry/reads/use-cases.js";
import type { CampaignNeed, CampaignNeeds } from "../../../ports/campaign-needs.port.js";

const IS_REVIEWED = `SELECT id FROM ${CONSOLIDATIONS} consolidation WHERE id = ANY ($1) AND state IN ('reviewed', 'published')`;

const IS_ACCEPTED = `SELECT id FROM ${NEEDS} need WHERE id = ANY ($1) AND organisation_id = ANY ($2)
  AND state IN ('accepted', 'matched', 'partially_matched', 'unmet')`;

const SIZED = `
  SELECT need.id AS "needId", need.organisation_id AS "organisationId", use_case.id AS "useCaseId", need.title,
    min(sized.gpu_type) AS "gpuType",
    ARRAY(SELECT jsonb_array_elements_text(need.content -> 'labels')) AS labels, need.criticality,
    need.declared_by AS "declaredBy", need.created_at AS "declaredAt",
    jsonb_object_agg(sized.quarter, jsonb_build_object('low', sized.low, 'likely', sized.likely, 'high', sized.high,
      'minUseful', sized.min_useful)) AS quarters
  FROM ${SIZED_NEEDS} sized JOIN ${NEEDS} need ON need.id = sized.need_id
    LEFT JOIN ${USE_CASES} use_case ON use_case.slug = need.content ->> 'useCase' AND use_case.organisation_id = need.organisation_id
  WHERE sized.consolidation_id = $1
  GROUP BY need.id, need.organisation_id, need.title, need.content, need.criticality, need.declared_by, need.created_at,
    use_case.id
  ORDER BY need.organisation_id, need.id`;

/** Reads what the capacity room keeps of a consolidation's needs. */
export class PgCampaignNeeds implements CampaignNeeds {
  async ofConsolidation(ctx: Context, consolidationId: string): Promise<readonly CampaignNeed[] | null> {
    const found = await rowsOf(ctx, IS_REVIEWED, [uuidsOf([consolidationId])]);
    return found.length === 0 ? null : rowsOf<CampaignNeed>(ctx, SIZED, [consolidationId]);
  }

  async isAccepted(ctx: Context, organisationId: string, needId: string): Promise<boolean> {
    return (await rowsOf(ctx, IS_ACCEPTED, [uuidsOf([needId]), uuidsOf([organisationId])])).length > 0;
  }
}
