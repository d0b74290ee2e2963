import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { column, Table, values } from "../../../platform/database/table.js";
import type { AiUseCase, UseCaseEvent } from "../../domain/ai-use-case.js";
import type { UseCaseRepository } from "../../ports/use-case-repository.port.js";
import { USE_CASES } from "./use-case.table.js";

const EVENTS = new Table<UseCaseEvent>("use_case_event", {
  ...values("id", "useCaseId", "organisationId", "at", "by", "reason"),
  ...{ from: column("from_state"), to: column("to_state") },
});

export class PgUseCaseRepository implements UseCaseRepository {
  find = (ctx: Context, id: string): Promise<AiUseCase | null> => USE_CASES.find(ctx, id);
  findBySlug = (ctx: Context, slug: string): Promise<AiUseCase | null> =>
    USE_CASES.first(ctx, "WHERE slug = $1", [slug]);

  async takenSlugs(ctx: Context, base: string): Promise<readonly string[]> {
    // Who gives a slug of this base waits for whoever does, so that two of one name get two.
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('use_case slug ' || $1, 0))", [base]);
    const rows = await rowsOf<{ slug: string }>(ctx, "SELECT slug FROM use_case_taken_slugs($1) AS slug", [base]);
    return rows.map((row) => row.slug);
  }

  insert = (ctx: Context, useCase: AiUseCase): Promise<void> => USE_CASES.insert(ctx, useCase);
  update = (ctx: Context, useCase: AiUseCase): Promise<boolean> => USE_CASES.update(ctx, useCase);
  appendEvent = (ctx: Context, event: UseCaseEvent): Promise<void> => EVENTS.insert(ctx, event);
  events = (ctx: Context, useCaseIds: readonly string[]): Promise<readonly UseCaseEvent[]> =>
    EVENTS.of(ctx, "use_case_id", useCaseIds, "at, id");
}
