import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { EventPosition, GovernanceEvent, GovernanceEvents } from "../../ports/governance-events.port.js";

const NEWEST = `SELECT id, at, actor, use_case AS "useCase", organisation_id AS "organisationId",
    subject_type AS "subjectType", subject_id AS "subjectId", data
  FROM governance_event
  WHERE $2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid)
  ORDER BY at DESC, id DESC LIMIT $1`;

export class PgGovernanceEvents implements GovernanceEvents {
  newest(ctx: Context, limit: number, after: EventPosition | null): Promise<readonly GovernanceEvent[]> {
    return rowsOf<GovernanceEvent>(ctx, NEWEST, [limit, after?.at ?? null, after?.id ?? null]);
  }
}

/** Whether the journal holds an act of a person; the platform's own do not count. */
export async function personsHaveActed(ctx: Context): Promise<boolean> {
  const [row] = await rowsOf<{ acted: boolean }>(
    ctx,
    "SELECT EXISTS (SELECT FROM governance_event WHERE actor NOT LIKE 'system:%') AS acted",
  );
  return row?.acted === true;
}
