import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import type { NeedRepository } from "../../ports/need-repository.port.js";
import { needOf, NEEDS, storedNeed } from "./rows/capacity-tables.js";

export class PgNeedRepository implements NeedRepository {
  async find(ctx: Context, id: string): Promise<CapacityNeed | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  findMany(ctx: Context, ids: readonly string[]): Promise<readonly CapacityNeed[]> {
    return this.where(ctx, "id = ANY ($1)", [uuidsOf(ids)]);
  }

  findByReference(
    ctx: Context,
    campaignId: string,
    organisationId: string,
    references: readonly string[],
  ): Promise<readonly CapacityNeed[]> {
    const where = "campaign_id = $1 AND organisation_id = $2 AND reference = ANY ($3)";
    return this.where(ctx, where, [uuidOrNull(campaignId), uuidOrNull(organisationId), references]);
  }

  async findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityNeed | null> {
    return (await this.where(ctx, "created_by = $1 AND idempotency_key = $2", [createdBy, idempotencyKey]))[0] ?? null;
  }

  async insert(ctx: Context, need: CapacityNeed, idempotencyKey: string | null): Promise<boolean> {
    const created = { created_by: need.declaredBy, idempotency_key: idempotencyKey };
    if (!(await NEEDS.insertNew(ctx, storedNeed(need), created))) return false;
    await this.keepContent(ctx, [need]);
    return true;
  }

  async update(ctx: Context, need: CapacityNeed): Promise<boolean> {
    if (!(await NEEDS.update(ctx, storedNeed(need)))) return false;
    await this.keepContent(ctx, [need]);
    return true;
  }

  async putAll(ctx: Context, needs: readonly CapacityNeed[]): Promise<number> {
    const columns =
      "id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version, completeness, content";
    const written = await countOf(
      ctx,
      `INSERT INTO capacity_need (${columns}, created_by)
       SELECT ${columns}, declared_by FROM jsonb_populate_recordset(NULL::capacity_need, $1::jsonb)
       ON CONFLICT (campaign_id, organisation_id, reference) DO UPDATE SET state = EXCLUDED.state, declared_by = EXCLUDED.declared_by,
         updated_at = EXCLUDED.updated_at, version = EXCLUDED.version, completeness = EXCLUDED.completeness, content = EXCLUDED.content
       WHERE capacity_need.id = EXCLUDED.id AND capacity_need.version = EXCLUDED.version - 1`,
      [JSON.stringify(needs.map(documentOf))],
    );
    await this.keepContent(ctx, needs);
    return written;
  }

  async contentAt(ctx: Context, needId: string, version: number): Promise<NeedContent | null> {
    const [row] = await rowsOf<{ content: NeedContent }>(
      ctx,
      `SELECT content FROM capacity_need_version WHERE need_id = $1 AND version <= $2 ORDER BY version DESC LIMIT 1`,
      [uuidOrNull(needId), version],
    );
    return row?.content ?? null;
  }

  /** A version that says the same as the one before is not kept again. */
  private async keepContent(ctx: Context, needs: readonly CapacityNeed[]): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO capacity_need_version (need_id, organisation_id, version, content)
       SELECT new.id, new.organisation_id, new.version, new.content
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, organisation_id uuid, version integer, content jsonb)
       WHERE new.content IS DISTINCT FROM (
         SELECT content FROM capacity_need_version WHERE need_id = new.id ORDER BY version DESC LIMIT 1)`,
      [JSON.stringify(needs.map(documentOf))],
    );
  }

  private async where(ctx: Context, where: string, parameters: readonly unknown[]): Promise<readonly CapacityNeed[]> {
    return (await NEEDS.select(ctx, `WHERE ${where} ORDER BY reference, id`, parameters)).map(needOf);
  }
}

const documentOf = (need: CapacityNeed): object => NEEDS.document(storedNeed(need));
