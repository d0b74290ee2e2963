import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import type { AcceptedCapacity, AcceptedLine } from "../../ports/accepted-capacity.port.js";
import { needOf, NEEDS } from "./rows/capacity-tables.js";

export class PgAcceptedCapacity implements AcceptedCapacity {
  lines(ctx: Context, campaignId: string): Promise<readonly AcceptedLine[]> {
    return rowsOf<AcceptedLine>(
      ctx,
      `SELECT line.id, line.declaration_id AS "declarationId", line.organisation_id AS "organisationId",
         line.content AS line
       FROM capacity_line line JOIN capacity_declaration declaration ON declaration.id = line.declaration_id
       WHERE line.campaign_id = $1 AND declaration.state = 'accepted' AND line.until_version IS NULL
       ORDER BY line.organisation_id, line.reference`,
      [uuidOrNull(campaignId)],
    );
  }

  async needs(ctx: Context, campaignId: string): Promise<readonly CapacityNeed[]> {
    const rest = `WHERE campaign_id = $1 AND state IN ('accepted', 'matched', 'partially_matched', 'unmet')
      ORDER BY organisation_id, reference`;
    return (await NEEDS.select(ctx, rest, [uuidOrNull(campaignId)])).map(needOf);
  }
}
