import type { Context } from "../../../../kernel/use-case.js";
import { countOf } from "../../../../platform/database/pg-transaction.js";
import { days, json, Table, values } from "../../../../platform/database/table.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import type { DerogationNotice } from "../../../domain/desk/derogations/derogation-notice.js";
import type { DerogationNotices } from "../../../ports/desk/derogation-notices.port.js";

const NOTICES = new Table<DerogationNotice>("derogation_notice", {
  ...values("derogationId", "rule", "body", "useCase", "authorities", "notice", "noticeUrl", "publishedAt"),
  ...values("revokedAt"),
  ...json("decisions"),
  ...days("startsOn", "endsOn"),
});

export class PgDerogationNotices implements DerogationNotices {
  publish = (ctx: Context, notice: DerogationNotice): Promise<void> => NOTICES.insert(ctx, notice);

  async revoke(ctx: Context, derogationId: string, at: Date): Promise<void> {
    await countOf(ctx, `UPDATE derogation_notice SET revoked_at = $2 WHERE derogation_id = $1`, [derogationId, at]);
  }

  async shorten(ctx: Context, derogationId: string, endsOn: string): Promise<void> {
    await countOf(ctx, `UPDATE derogation_notice SET ends_on = $2 WHERE derogation_id = $1`, [derogationId, endsOn]);
  }

  page(ctx: Context, first: number, after: string | null): Promise<readonly DerogationNotice[]> {
    const rest = `WHERE $1::uuid IS NULL OR (published_at, derogation_id) <
        (SELECT published_at, derogation_id FROM derogation_notice WHERE derogation_id = $1)
      ORDER BY published_at DESC, derogation_id DESC LIMIT $2`;
    return NOTICES.select(ctx, rest, [after === null ? null : uuidOrNull(after), first + 1]);
  }
}
