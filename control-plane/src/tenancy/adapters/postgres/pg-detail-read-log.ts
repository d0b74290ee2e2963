import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import type { DetailRead } from "../../domain/detail-read.js";
import type { DetailReadLog, DetailReadQuery } from "../../ports/detail-read-log.port.js";

export class PgDetailReadLog implements DetailReadLog {
  async append(ctx: Context, reads: readonly DetailRead[]): Promise<void> {
    const column = <Field extends keyof DetailRead>(field: Field) => reads.map((read) => read[field]);
    await countOf(
      ctx,
      `INSERT INTO detail_read (id, at, reader, subject_type, subject_id, organisation_id)
       SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::uuid[])`,
      [
        column("id"),
        column("at"),
        column("reader"),
        column("subjectType"),
        column("subjectId"),
        column("organisationId"),
      ],
    );
  }

  page(ctx: Context, { organisationId, first, after }: DetailReadQuery): Promise<readonly DetailRead[]> {
    const sql = `SELECT id, at, reader, subject_type AS "subjectType", subject_id AS "subjectId",
        organisation_id AS "organisationId" FROM detail_read
      WHERE ($1::uuid IS NULL OR (at, id) < (SELECT at, id FROM detail_read last WHERE last.id = $1))
        AND ($2 OR organisation_id IN (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = $3))
      ORDER BY at DESC, id DESC LIMIT $4`;
    const last = after === null ? null : uuidOrNull(after);
    const below = organisationId === null ? null : uuidOrNull(organisationId);
    return rowsOf<DetailRead>(ctx, sql, [last, organisationId === null, below, first + 1]);
  }
}
