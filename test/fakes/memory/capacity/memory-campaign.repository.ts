import { fold } from "../../../../control-plane/src/kernel/fold.js";
import { scopeOf } from "../../../../control-plane/src/kernel/reach.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { decodeCursor, encodeCursor } from "../../../../control-plane/src/platform/graphql/cursor.js";
import type { Campaign } from "../../../../control-plane/src/capacity/domain/campaign/campaign.js";
import type {
  CampaignQuery,
  CampaignRepository,
  Rows,
} from "../../../../control-plane/src/capacity/ports/campaign-repository.port.js";
import { VersionedRows } from "./versioned-rows.js";

export class MemoryCampaignRepository implements CampaignRepository {
  private readonly stored = new VersionedRows<Campaign>();

  async find(ctx: Context, id: string): Promise<Campaign | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  async findMany(ctx: Context, ids: readonly string[]): Promise<readonly Campaign[]> {
    return Promise.resolve(this.known(ctx).filter(({ id }) => ids.includes(id)));
  }

  async findCreated(_ctx: Context, createdBy: string, idempotencyKey: string): Promise<Campaign | null> {
    return Promise.resolve(this.stored.created(createdBy, idempotencyKey));
  }

  async insert(_ctx: Context, campaign: Campaign, idempotencyKey: string | null): Promise<boolean> {
    return Promise.resolve(this.stored.insert(campaign, campaign.createdBy, idempotencyKey));
  }

  async update(_ctx: Context, campaign: Campaign): Promise<boolean> {
    return Promise.resolve(this.stored.update(campaign));
  }

  async page(ctx: Context, query: CampaignQuery): Promise<Rows<Campaign>> {
    const keyOf = (row: Campaign): readonly [string, string] => [row.closesAt.toISOString(), row.id];
    const after = query.after === null ? null : decodeCursor(query.after, 2);
    const rows = this.known(ctx)
      .filter((row) => fold(row.name).includes(fold(query.search.trim())))
      .filter((row) => query.states.length === 0 || query.states.includes(row.state))
      .filter((row) => query.kind === null || row.kind === query.kind)
      .map((row) => ({ row, key: keyOf(row) }))
      .sort((a, b) => (a.key.join() < b.key.join() ? 1 : -1))
      .filter(({ key }) => after === null || key.join() < after.join());
    return Promise.resolve({
      rows: rows.slice(0, query.first).map(({ row, key }) => ({ cursor: encodeCursor(key), row })),
      hasNextPage: rows.length > query.first,
    });
  }

  async overdue(ctx: Context, at: Date): Promise<readonly Campaign[]> {
    return Promise.resolve(this.known(ctx).filter((row) => row.state === "open" && row.closesAt <= at));
  }

  private known(ctx: Context): readonly Campaign[] {
    const whole = scopeOf(ctx.actor).kind === "tree";
    return this.stored.all().filter((row) => whole || row.state !== "draft");
  }
}
