import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import { contentOf } from "../../domain/need/read-need.js";
import type { NeedRepository } from "../../ports/need-repository.port.js";
import { NEED_COLUMNS, needFromRow, needRowValues, type NeedRow } from "./need.row.js";
import { VersionedTable } from "./versioned-table.js";

const COLUMNS = NEED_COLUMNS.join(", ");
const TABLE = new VersionedTable("capacity_need", NEED_COLUMNS, ["created_by", "idempotency_key"]);

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

  async insert(ctx: Context, need: CapacityNeed, idempotencyKey: string | null): Promise<void> {
    await TABLE.insert(ctx, [...needRowValues(need), need.declaredBy, idempotencyKey]);
    await this.keepContent(ctx, need);
  }

  async update(ctx: Context, need: CapacityNeed): Promise<boolean> {
    if (!(await TABLE.update(ctx, needRowValues(need)))) return false;
    await this.keepContent(ctx, need);
    return true;
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
  private async keepContent(ctx: Context, need: CapacityNeed): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO capacity_need_version (need_id, organisation_id, version, content)
       SELECT $1, $2, $3, $4::jsonb
       WHERE $4::jsonb IS DISTINCT FROM
         (SELECT content FROM capacity_need_version WHERE need_id = $1 ORDER BY version DESC LIMIT 1)`,
      [need.id, need.organisationId, need.version, JSON.stringify(contentOf(need))],
    );
  }

  private async where(ctx: Context, where: string, parameters: readonly unknown[]): Promise<readonly CapacityNeed[]> {
    const sql = `SELECT ${COLUMNS} FROM capacity_need WHERE ${where} ORDER BY reference, id`;
    return (await rowsOf<NeedRow>(ctx, sql, parameters)).map(needFromRow);
  }
}
