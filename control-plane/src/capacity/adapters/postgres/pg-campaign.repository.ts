import { fold } from "../../../kernel/fold.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../platform/graphql/cursor.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CampaignQuery, CampaignRepository, Rows } from "../../ports/campaign-repository.port.js";
import { CAMPAIGN_COLUMNS, campaignFromRow, campaignValues, type CampaignRow } from "./rows/campaign.row.js";
import { VersionedTable } from "./rows/versioned-table.js";

const COLUMNS = CAMPAIGN_COLUMNS.join(", ");
const TABLE = new VersionedTable("campaign", CAMPAIGN_COLUMNS, ["idempotency_key"]);
/** Text that sorts as the end does. */
const KEY = `to_char(closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') COLLATE "C"`;

export class PgCampaignRepository implements CampaignRepository {
  async find(ctx: Context, id: string): Promise<Campaign | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  findMany(ctx: Context, ids: readonly string[]): Promise<readonly Campaign[]> {
    return this.where(ctx, "id = ANY ($1)", [uuidsOf(ids)]);
  }

  async findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<Campaign | null> {
    const found = await this.where(ctx, "created_by = $1 AND idempotency_key = $2", [createdBy, idempotencyKey]);
    return found[0] ?? null;
  }

  insert(ctx: Context, campaign: Campaign, idempotencyKey: string | null): Promise<boolean> {
    return TABLE.insert(ctx, [...campaignValues(campaign), idempotencyKey]);
  }

  update(ctx: Context, campaign: Campaign): Promise<boolean> {
    return TABLE.update(ctx, campaignValues(campaign));
  }

  async page(ctx: Context, query: CampaignQuery): Promise<Rows<Campaign>> {
    const [afterKey, afterId] = query.after === null ? [null, null] : decodeCursor(query.after, 2);
    const rows = await rowsOf<CampaignRow & { sort_key: string }>(
      ctx,
      `SELECT ${COLUMNS}, ${KEY} AS sort_key FROM campaign
       WHERE ($1 = '' OR strpos(socle_fold(name), $1) > 0)
         AND (cardinality($2::text[]) = 0 OR state = ANY ($2)) AND ($3::text IS NULL OR kind = $3)
         AND ($4::text IS NULL OR (${KEY}, id::text COLLATE "C") < ($4, $5))
       ORDER BY sort_key DESC, id::text COLLATE "C" DESC LIMIT $6`,
      [fold(query.search.trim()), query.states, query.kind, afterKey, afterId, query.first + 1],
    );
    return {
      rows: rows.slice(0, query.first).map((row) => ({
        cursor: encodeCursor([row.sort_key, row.id]),
        row: campaignFromRow(row),
      })),
      hasNextPage: rows.length > query.first,
    };
  }

  overdue(ctx: Context, at: Date): Promise<readonly Campaign[]> {
    return this.where(ctx, "state = 'open' AND closes_at <= $1", [at]);
  }

  private async where(ctx: Context, where: string, parameters: readonly unknown[]): Promise<readonly Campaign[]> {
    const sql = `SELECT ${COLUMNS} FROM campaign WHERE ${where} ORDER BY id`;
    return (await rowsOf<CampaignRow>(ctx, sql, parameters)).map(campaignFromRow);
  }
}
