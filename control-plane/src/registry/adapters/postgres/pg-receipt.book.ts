import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Receipt, ReceiptBook } from "../../ports/receipt-book.port.js";

export class PgReceiptBook implements ReceiptBook {
  async take(ctx: Context, key: string, { useCase, digest, subjectId }: Receipt): Promise<Receipt | null> {
    const actor = actorRef(ctx.actor);
    const taken = await countOf(
      ctx,
      `INSERT INTO creation_receipt (actor, key, use_case, digest, subject_id, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [actor, key, useCase, digest, subjectId, ctx.clock.now()],
    );
    if (taken === 1) return null;
    const sql = `SELECT use_case AS "useCase", digest, subject_id AS "subjectId" FROM creation_receipt
      WHERE actor = $1 AND key = $2`;
    return (await rowsOf<Receipt>(ctx, sql, [actor, key]))[0] ?? null;
  }
}
