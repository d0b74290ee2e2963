import { actorRef } from "../../../kernel/actor.js";
import type { Context, GovernanceEventDraft, GovernanceJournal } from "../../../kernel/use-case.js";
import { countOf } from "../../../platform/database/pg-transaction.js";

const APPEND = `INSERT INTO governance_event
  (id, at, actor, use_case, organisation_id, subject_type, subject_id, data)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Appends to the journal in the use case's own transaction: no change without its line, no line without its change. */
export class PgGovernanceJournal implements GovernanceJournal {
  async append(ctx: Context, useCase: string, event: GovernanceEventDraft): Promise<void> {
    await countOf(ctx, APPEND, [
      ctx.ids.next(),
      ctx.clock.now(),
      actorRef(ctx.actor),
      useCase,
      event.organisationId,
      event.subjectType,
      event.subjectId,
      JSON.stringify(event.data),
    ]);
  }
}
