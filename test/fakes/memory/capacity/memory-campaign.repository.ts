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
import { pageOf } from "../memory-list.js";
import { MemoryCreatedRecords } from "./memory-created-records.js";

const keyOf = (row: Campaign): readonly [string, string] => [row.closesAt.toISOString(), row.id];

export class MemoryCampaignRepository extends MemoryCreatedRecords<Campaign> implements CampaignRepository {
  override async find(ctx: Context, id: string): Promise<Campaign | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  override findMany(ctx: Context, ids: readonly string[]): Promise<readonly Campaign[]> {
    return Promise.resolve(this.known(ctx).filter(({ id }) => ids.includes(id)));
  }

  insert(_ctx: Context, campaign: Campaign, idempotencyKey: string | null): Promise<boolean> {
    return this.create(campaign, campaign.createdBy, idempotencyKey);
  }

  async page(ctx: Context, { search, states, kind, first, after }: CampaignQuery): Promise<Rows<Campaign>> {
    const matching = this.known(ctx)
      .filter((row) => fold(row.name).includes(fold(search.trim())))
      .filter((row) => states.length === 0 || states.includes(row.state))
      .filter((row) => kind === null || row.kind === kind);
    const last = after === null ? null : decodeCursor(after, 2);
    const rows = pageOf(matching, keyOf, { first, after: last }, "descending");
    return Promise.resolve({
      rows: rows.slice(0, first).map((row) => ({ cursor: encodeCursor(keyOf(row)), row })),
      hasNextPage: rows.length > first,
    });
  }

  overdue(ctx: Context, at: Date): Promise<readonly Campaign[]> {
    return Promise.resolve(this.known(ctx).filter((row) => row.state === "open" && row.closesAt <= at));
  }

  private known(ctx: Context): readonly Campaign[] {
    const whole = scopeOf(ctx.actor).kind === "tree";
    return this.where((row) => whole || row.state !== "draft");
  }
}
