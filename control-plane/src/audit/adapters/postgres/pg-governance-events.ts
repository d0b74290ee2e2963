import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../tenancy/reads/organisations.js";
import { PEOPLE } from "../../../tenancy/reads/people.js";
import type {
  EventFilter,
  EventPosition,
  GovernanceEvent,
  GovernanceEvents,
  JournalActor,
} from "../../ports/governance-events.port.js";

const NEWEST = `SELECT id, at, actor, use_case AS "useCase", organisation_id AS "organisationId",
    subject_type AS "subjectType", subject_id AS "subjectId", data
  FROM governance_event
  WHERE ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
    AND ($4::text[] IS NULL OR use_case = ANY ($4)) AND ($5::text IS NULL OR actor = $5)
    AND ($6::uuid IS NULL OR organisation_id IN ${organisationsBelow("$6")})
    AND ($7::timestamptz IS NULL OR at >= $7) AND ($8::timestamptz IS NULL OR at < $8)
  ORDER BY at DESC, id DESC LIMIT $1`;

/**
 * One look into the index for each person, and one for each part of the platform: the journal itself is not read.
 * References of people are hexadecimal, so that whatever follows `system:` is a part.
 */
const ACTORS = `WITH RECURSIVE part AS (
    (SELECT actor FROM governance_event WHERE actor >= 'system:' ORDER BY actor LIMIT 1)
    UNION ALL
    SELECT (SELECT actor FROM governance_event WHERE actor > part.actor ORDER BY actor LIMIT 1)
    FROM part WHERE part.actor IS NOT NULL)
  SELECT person.id::text AS actor, person.name FROM ${PEOPLE} person
    WHERE EXISTS (SELECT FROM governance_event WHERE actor = person.id::text)
  UNION ALL SELECT actor, NULL FROM part WHERE actor IS NOT NULL
  ORDER BY name NULLS LAST, actor`;

export class PgGovernanceEvents implements GovernanceEvents {
  actors(ctx: Context): Promise<readonly JournalActor[]> {
    return rowsOf<JournalActor>(ctx, ACTORS);
  }

  newest(
    ctx: Context,
    limit: number,
    after: EventPosition | null,
    { acts, actor, organisationId, from, to }: EventFilter,
  ): Promise<readonly GovernanceEvent[]> {
    if (organisationId !== null && uuidOrNull(organisationId) === null) return Promise.resolve([]);
    const page = [limit, after?.at ?? null, after?.id ?? null];
    return rowsOf<GovernanceEvent>(ctx, NEWEST, [...page, acts, actor, organisationId, from, to]);
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
