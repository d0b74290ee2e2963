import { fold } from "../../../kernel/fold.js";
import type { Context } from "../../../kernel/use-case.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import { decodeCursor } from "../../../platform/graphql/cursor.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CampaignQuery, CampaignRepository, Rows } from "../../ports/campaign-repository.port.js";
import { CAMPAIGNS } from "./rows/capacity-tables.js";
import { pageOf } from "./rows/keyset-list.js";

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
    return CAMPAIGNS.insertNew(ctx, campaign, { idempotency_key: idempotencyKey });
  }

  update(ctx: Context, campaign: Campaign): Promise<boolean> {
    return CAMPAIGNS.update(ctx, campaign);
  }

  async page(ctx: Context, query: CampaignQuery): Promise<Rows<Campaign>> {
    const [afterKey, afterId] = query.after === null ? [null, null] : decodeCursor(query.after, 2);
    const rows = await CAMPAIGNS.rows<{ readonly sort_key: string }>(
      ctx,
      `SELECT ${CAMPAIGNS.columns()}, ${KEY} AS sort_key FROM campaign
       WHERE ($1 = '' OR strpos(socle_fold(name), $1) > 0)
         AND (cardinality($2::text[]) = 0 OR state = ANY ($2)) AND ($3::text IS NULL OR kind = $3)
         AND ($4::text IS NULL OR (${KEY}, id::text COLLATE "C") < ($4, $5))
       ORDER BY sort_key DESC, id::text COLLATE "C" DESC LIMIT $6`,
      [fold(query.search.trim()), query.states, query.kind, afterKey, afterId, query.first + 1],
    );
    return pageOf(rows, query.first);
  }

  overdue(ctx: Context, at: Date): Promise<readonly Campaign[]> {
    return this.where(ctx, "state = 'open' AND closes_at <= $1", [at]);
  }

  private where(ctx: Context, where: string, parameters: readonly unknown[]): Promise<readonly Campaign[]> {
    return CAMPAIGNS.select(ctx, `WHERE ${where} ORDER BY id`, parameters);
  }
}
