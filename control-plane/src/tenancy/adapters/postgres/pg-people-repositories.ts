import type { Role } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import { sqlStateOf } from "../../../platform/database/database-fault.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { Table, values } from "../../../platform/database/table.js";
import type { Membership } from "../../domain/membership.js";
import type { Person } from "../../domain/person.js";
import type { Session } from "../../domain/session.js";
import type { MembershipRepository } from "../../ports/membership-repository.port.js";
import type { PersonRepository } from "../../ports/person-repository.port.js";
import type { SessionRepository } from "../../ports/session-repository.port.js";

const PERSON = `SELECT id, name, email, contractor, employer_id AS "employerId",
  CASE WHEN sub IS NOT NULL THEN jsonb_build_object('idpId', idp_id, 'sub', sub) END AS identity FROM person`;

export class PgPersonRepository implements PersonRepository {
  find = (ctx: Context, id: string): Promise<Person | null> => firstPerson(ctx, "id::text = $1", [id]);

  findByIdentity = (ctx: Context, idpId: string, sub: string): Promise<Person | null> =>
    firstPerson(ctx, "idp_id = $1 AND sub = $2", [idpId, sub]);

  findInvited = (ctx: Context, email: string): Promise<Person | null> =>
    firstPerson(ctx, "sub IS NULL AND lower(email) = lower($1)", [email]);

  findByEmail = (ctx: Context, email: string): Promise<Person | null> =>
    firstPerson(ctx, "lower(email) = lower($1) ORDER BY sub IS NULL DESC, id", [email]);

  async save(ctx: Context, person: Person): Promise<void> {
    const { identity } = person;
    const fields = [identity?.idpId ?? null, identity?.sub ?? null, person.name, person.email, person.contractor];
    const parameters = [person.id, ...fields, person.employerId];
    // Not ON CONFLICT: it would demand that an inviter may already see the person being invited.
    if ((await countOf(ctx, UPDATE_PERSON, parameters)) === 0) await countOf(ctx, INSERT_PERSON, parameters);
  }
}

const UPDATE_PERSON = `UPDATE person SET idp_id = $2, sub = $3, name = $4, email = $5, contractor = $6,
  employer_id = $7 WHERE id = $1`;
const INSERT_PERSON = `INSERT INTO person (id, idp_id, sub, name, email, contractor, employer_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

async function firstPerson(ctx: Context, where: string, parameters: readonly string[]): Promise<Person | null> {
  return (await rowsOf<Person>(ctx, `${PERSON} WHERE ${where}`, parameters))[0] ?? null;
}

const MEMBERSHIPS = new Table<Membership>(
  "membership",
  values("id", "personId", "organisationId", "role", "validFrom", "validTo"),
);
const HELD_AT = "valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)";

export class PgMembershipRepository implements MembershipRepository {
  find = (ctx: Context, id: string): Promise<Membership | null> => MEMBERSHIPS.find(ctx, id);
  heldBy = (ctx: Context, personId: string, at: Date): Promise<Membership[]> =>
    MEMBERSHIPS.select(ctx, `WHERE person_id::text = $1 AND ${HELD_AT} ORDER BY valid_from, id`, [personId, at]);
  ofOrganisation = (ctx: Context, organisationId: string, at: Date): Promise<Membership[]> =>
    MEMBERSHIPS.select(ctx, `WHERE organisation_id::text = $1 AND ${HELD_AT} ORDER BY id`, [organisationId, at]);

  async holding(ctx: Context, roles: readonly Role[]): Promise<Membership[]> {
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('membership.holding', 0))");
    return MEMBERSHIPS.select(ctx, `WHERE role = ANY ($1) AND ${HELD_AT} ORDER BY id`, [roles, ctx.clock.now()]);
  }

  async save(ctx: Context, membership: Membership): Promise<"saved" | "held"> {
    await countOf(ctx, "SAVEPOINT membership_save");
    try {
      await MEMBERSHIPS.save(ctx, membership, ["id"], ["person_id", "organisation_id", "role", "valid_from"]);
    } catch (error) {
      if (!HELD.has(sqlStateOf(error))) throw error;
      await countOf(ctx, "ROLLBACK TO SAVEPOINT membership_save");
      return "held";
    }
    await countOf(ctx, "RELEASE SAVEPOINT membership_save");
    return "saved";
  }
}

/** unique_violation of what is open, exclusion_violation of what overlaps. */
const HELD: ReadonlySet<string> = new Set(["23505", "23P01"]);

const SESSIONS = new Table<Session>(
  "session",
  values("id", "tokenHash", "personId", "mfa", "idTokenSealed", "createdAt", "expiresAt"),
);

export class PgSessionRepository implements SessionRepository {
  findLive = (ctx: Context, tokenHash: Buffer, at: Date): Promise<Session | null> =>
    SESSIONS.first(ctx, "WHERE token_hash = $1 AND expires_at > $2", [tokenHash, at]);
  insert = (ctx: Context, session: Session): Promise<void> => SESSIONS.insert(ctx, session);

  async remove(ctx: Context, tokenHash: Buffer): Promise<void> {
    await countOf(ctx, "DELETE FROM session WHERE token_hash = $1", [tokenHash]);
  }

  removeExpired(ctx: Context, at: Date): Promise<number> {
    return countOf(ctx, "DELETE FROM session WHERE expires_at <= $1", [at]);
  }
}
