import type { Context } from "../../../kernel/use-case.js";
import { Conditions } from "../../../platform/database/conditions.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../platform/graphql/cursor.js";
import { isFinished, type CapacityImport, type RowIssue } from "../../domain/import/capacity-import.js";
import type { Rows } from "../../ports/campaign-repository.port.js";
import type { ImportChunk, ImportQuery, ImportStore } from "../../ports/imports/import-store.port.js";
import { IMPORTS } from "./rows/capacity-tables.js";
import { issueFromRow, type IssueRow } from "./rows/issue.row.js";
import { keysetPage, ownedBelow } from "./rows/keyset-list.js";

const EMPTY_FILE = "''::bytea";

export class PgImportStore implements ImportStore {
  find(ctx: Context, id: string): Promise<CapacityImport | null> {
    return IMPORTS.find(ctx, id);
  }

  findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityImport | null> {
    return IMPORTS.first(ctx, "WHERE created_by = $1 AND idempotency_key = $2", [createdBy, idempotencyKey]);
  }

  insert(ctx: Context, started: CapacityImport, file: Uint8Array, idempotencyKey: string | null): Promise<boolean> {
    return IMPORTS.insertNew(ctx, started, { file: Buffer.from(file), idempotency_key: idempotencyKey });
  }

  async claim(ctx: Context, id: string) {
    const [row] = await IMPORTS.rows<{ readonly file: Buffer }>(
      ctx,
      `UPDATE capacity_import SET state = 'reading', version = version + 1, rows_read = 0, progress = 0, error_count = 0
       WHERE id = $1 AND state IN ('received', 'reading') RETURNING ${IMPORTS.columns()}, file`,
      [uuidOrNull(id)],
    );
    if (row === undefined) return null;
    await this.forget(ctx, row.id);
    const { file, ...taken } = row;
    return { taken, file };
  }

  async addChunk(ctx: Context, taken: CapacityImport, chunk: ImportChunk): Promise<boolean> {
    const [counted] = await rowsOf<{ error_count: number }>(
      ctx,
      `UPDATE capacity_import SET rows_read = $3, progress = $4, error_count = error_count + $5
       WHERE id = $1 AND state = 'reading' AND version = $2 RETURNING error_count`,
      [taken.id, taken.version, chunk.rowsRead, chunk.progress, chunk.issues.length],
    );
    if (counted === undefined) return false;
    if (chunk.records.length > 0) {
      await countOf(
        ctx,
        "INSERT INTO capacity_import_chunk (import_id, organisation_id, number, rows) VALUES ($1, $2, $3, $4)",
        [taken.id, taken.organisationId, chunk.number, JSON.stringify(chunk.records)],
      );
    }
    await this.addIssues(ctx, taken, counted.error_count - chunk.issues.length, chunk.issues);
    return true;
  }

  async update(ctx: Context, moved: CapacityImport): Promise<boolean> {
    if (!(await IMPORTS.update(ctx, moved))) return false;
    if (isFinished(moved.state)) {
      await countOf(ctx, `UPDATE capacity_import SET file = ${EMPTY_FILE} WHERE id = $1`, [moved.id]);
      await countOf(ctx, "DELETE FROM capacity_import_chunk WHERE import_id = $1", [moved.id]);
    }
    return true;
  }

  async records(ctx: Context, id: string): Promise<readonly unknown[]> {
    const chunks = await rowsOf<{ rows: unknown[] }>(
      ctx,
      "SELECT rows FROM capacity_import_chunk WHERE import_id = $1 ORDER BY number",
      [uuidOrNull(id)],
    );
    return chunks.flatMap(({ rows }) => rows);
  }

  async issues(ctx: Context, id: string, first: number, after: string | null): Promise<Rows<RowIssue>> {
    const [position] = after === null ? [-1] : decodeCursor(after, 1);
    const rows = await rowsOf<IssueRow>(
      ctx,
      "SELECT * FROM capacity_import_error WHERE import_id = $1 AND position > $2 ORDER BY position LIMIT $3",
      [uuidOrNull(id), position, first + 1],
    );
    return {
      rows: rows.slice(0, first).map((row) => ({ cursor: encodeCursor([row.position]), row: issueFromRow(row) })),
      hasNextPage: rows.length > first,
    };
  }

  page(ctx: Context, query: ImportQuery): Promise<Rows<CapacityImport>> {
    const conditions = new Conditions()
      .when(query.campaignId, (place) => `campaign_id::text = ${place}`)
      .when(query.organisationId === null ? null : uuidOrNull(query.organisationId), ownedBelow);
    const sort = { column: "created_at", type: "timestamptz" } as const;
    return keysetPage(ctx, IMPORTS, conditions, { ...query, sort, descending: true });
  }

  private async addIssues(ctx: Context, taken: CapacityImport, from: number, issues: readonly RowIssue[]) {
    if (issues.length === 0) return;
    await countOf(
      ctx,
      `INSERT INTO capacity_import_error
         (import_id, organisation_id, position, row_number, field, cell, value, code, message_fr, message_en)
       SELECT $1, $2, $3 + place - 1, (issue ->> 'row')::integer, issue ->> 'field', issue ->> 'cell', issue ->> 'value',
         issue ->> 'code', issue #>> '{message,fr}', issue #>> '{message,en}'
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS issues (issue, place)`,
      [taken.id, taken.organisationId, from, JSON.stringify(issues)],
    );
  }

  private async forget(ctx: Context, id: string): Promise<void> {
    await countOf(ctx, "DELETE FROM capacity_import_chunk WHERE import_id = $1", [id]);
    await countOf(ctx, "DELETE FROM capacity_import_error WHERE import_id = $1", [id]);
  }
}
