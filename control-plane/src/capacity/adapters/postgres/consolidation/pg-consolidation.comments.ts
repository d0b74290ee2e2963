import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import type { ConsolidationComment } from "../../../domain/consolidation/consolidation-comment.js";
import type { CommentQuery, ConsolidationComments } from "../../../ports/consolidation/consolidation-comments.port.js";

export class PgConsolidationComments implements ConsolidationComments {
  async add(ctx: Context, { id, consolidationId, at, by, part, body }: ConsolidationComment): Promise<void> {
    const sql = `INSERT INTO consolidation_comment (id, consolidation_id, at, by, part, body)
      VALUES ($1, $2, $3, $4, $5, $6)`;
    await countOf(ctx, sql, [id, consolidationId, at, by, part, body]);
  }

  page(ctx: Context, { consolidationId, first, after }: CommentQuery): Promise<readonly ConsolidationComment[]> {
    return rowsOf<ConsolidationComment>(
      ctx,
      `SELECT id, consolidation_id AS "consolidationId", at, by, part, body FROM consolidation_comment
       WHERE consolidation_id = $1 AND ($3::timestamptz IS NULL OR (at, id) > ($3, $4::uuid))
       ORDER BY at, id LIMIT $2`,
      [uuidOrNull(consolidationId), first + 1, after?.[0] ?? null, uuidOrNull(after?.[1] ?? "")],
    );
  }
}
