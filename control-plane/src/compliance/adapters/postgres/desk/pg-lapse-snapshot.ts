import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { PieceLapse } from "../../../../serving/index.js";

/** Concluded editions that are dated or questioned, of the kinds that rules of requests read. */
const LAPSES = `
  SELECT use_case_id AS "useCaseId", CASE kind WHEN 'staff_consultation' THEN 'consultation' ELSE kind END AS piece,
    CASE state WHEN 'done' THEN review_on::text END AS "on"
  FROM assessment
  WHERE kind IN ('dpia', 'fria', 'homologation', 'staff_consultation')
    AND (state = 'to_review' OR state = 'done' AND review_on IS NOT NULL)
  ORDER BY use_case_id, kind`;

/** Until when pieces hold; read in the publication's own transaction, so a questioned one is gone at once. */
export const lapseSnapshotSource = (ctx: Context): Promise<readonly PieceLapse[]> => rowsOf<PieceLapse>(ctx, LAPSES);
