import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import type { DerogationNotice } from "../../../domain/desk/derogations/derogation-notice.js";
import type { DerogationNotices } from "../../../ports/desk/derogation-notices.port.js";

const SELECT = `SELECT derogation_id AS "derogationId", rule, body, use_case AS "useCase", authorities, decisions, notice,
    notice_url AS "noticeUrl", starts_on::text AS "startsOn", ends_on::text AS "endsOn", published_at AS "publishedAt",
    revoked_at AS "revokedAt" FROM derogation_notice`;

export class PgDerogationNotices implements DerogationNotices {
  async publish(ctx: Context, notice: DerogationNotice): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO derogation_notice (derogation_id, rule, body, use_case, authorities, decisions, notice, notice_url,
         starts_on, ends_on, published_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[notice.derogationId, notice.rule, notice.body, notice.useCase, notice.authorities],
        ...[JSON.stringify(notice.decisions), notice.notice, notice.noticeUrl],
        ...[notice.startsOn, notice.endsOn, notice.publishedAt, notice.revokedAt],
      ],
    );
  }

  async revoke(ctx: Context, derogationId: string, at: Date): Promise<void> {
    await countOf(ctx, `UPDATE derogation_notice SET revoked_at = $2 WHERE derogation_id = $1`, [derogationId, at]);
  }

  page(ctx: Context, first: number, after: string | null): Promise<readonly DerogationNotice[]> {
    const before = after === null ? null : uuidOrNull(after);
    const sql = `${SELECT} WHERE $1::uuid IS NULL OR (published_at, derogation_id) <
        (SELECT published_at, derogation_id FROM derogation_notice WHERE derogation_id = $1)
      ORDER BY published_at DESC, derogation_id DESC LIMIT $2`;
    return rowsOf<DerogationNotice>(ctx, sql, [before, first + 1]);
  }
}
