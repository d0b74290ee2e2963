import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { AiUseCase, UseCaseEvent } from "../../domain/ai-use-case.js";
import type { UseCaseRepository } from "../../ports/use-case-repository.port.js";
import {
  eventFromRow,
  USE_CASE_COLUMNS,
  useCaseFromRow,
  useCaseValues,
  type UseCaseEventRow,
  type UseCaseRow,
} from "./use-case.row.js";

const COLUMNS = USE_CASE_COLUMNS.join(", ");
const PLACES = USE_CASE_COLUMNS.map((_, index) => `$${index + 1}`).join(", ");
const ASSIGNMENTS = USE_CASE_COLUMNS.map((column, index) => `${column} = $${index + 1}`).join(", ");
const VERSION = `$${USE_CASE_COLUMNS.indexOf("version") + 1}`;

export class PgUseCaseRepository implements UseCaseRepository {
  find(ctx: Context, id: string): Promise<AiUseCase | null> {
    return this.one(ctx, "id = $1", uuidOrNull(id));
  }

  findBySlug(ctx: Context, slug: string): Promise<AiUseCase | null> {
    return this.one(ctx, "slug = $1", slug);
  }

  async takenSlugs(ctx: Context, base: string): Promise<readonly string[]> {
    // Who gives a slug of this base waits for whoever does, so that two of one name get two.
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('use_case slug ' || $1, 0))", [base]);
    const rows = await rowsOf<{ slug: string }>(ctx, "SELECT slug FROM use_case_taken_slugs($1) AS slug", [base]);
    return rows.map((row) => row.slug);
  }

  async insert(ctx: Context, useCase: AiUseCase): Promise<void> {
    await countOf(ctx, `INSERT INTO use_case (${COLUMNS}) VALUES (${PLACES})`, useCaseValues(useCase));
  }

  async update(ctx: Context, useCase: AiUseCase): Promise<boolean> {
    const written = await countOf(
      ctx,
      `UPDATE use_case SET ${ASSIGNMENTS} WHERE id = $1 AND version = ${VERSION}::integer - 1`,
      useCaseValues(useCase),
    );
    return written === 1;
  }

  async appendEvent(ctx: Context, event: UseCaseEvent): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO use_case_event (id, use_case_id, organisation_id, at, from_state, to_state, by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [event.id, event.useCaseId, event.organisationId, event.at, event.from, event.to, event.by, event.reason],
    );
  }

  async events(ctx: Context, useCaseIds: readonly string[]): Promise<readonly UseCaseEvent[]> {
    const rows = await rowsOf<UseCaseEventRow>(
      ctx,
      "SELECT * FROM use_case_event WHERE use_case_id = ANY ($1) ORDER BY at, id",
      [uuidsOf(useCaseIds)],
    );
    return rows.map(eventFromRow);
  }

  private async one(ctx: Context, where: string, value: string | null): Promise<AiUseCase | null> {
    const [row] = await rowsOf<UseCaseRow>(ctx, `SELECT ${COLUMNS} FROM use_case WHERE ${where}`, [value]);
    return row === undefined ? null : useCaseFromRow(row);
  }
}
