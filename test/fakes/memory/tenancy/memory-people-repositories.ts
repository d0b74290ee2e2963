import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { holdsAt, overlap, type Membership } from "../../../../control-plane/src/tenancy/domain/membership.js";
import type { Person } from "../../../../control-plane/src/tenancy/domain/person.js";
import type { Session } from "../../../../control-plane/src/tenancy/domain/session.js";
import type { MembershipRepository } from "../../../../control-plane/src/tenancy/ports/membership-repository.port.js";
import type { PersonRepository } from "../../../../control-plane/src/tenancy/ports/person-repository.port.js";
import type { SessionRepository } from "../../../../control-plane/src/tenancy/ports/session-repository.port.js";

const sameAddress = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export class MemoryPersonRepository implements PersonRepository {
  private readonly byId = new Map<string, Person>();

  find = (_ctx: Context, id: string): Promise<Person | null> => Promise.resolve(this.byId.get(id) ?? null);

  findByIdentity = (_ctx: Context, idpId: string, sub: string): Promise<Person | null> =>
    this.first(({ identity }) => identity?.idpId === idpId && identity.sub === sub);

  findInvited = (_ctx: Context, email: string): Promise<Person | null> =>
    this.first((person) => person.identity === null && sameAddress(person.email, email));

  async findByEmail(ctx: Context, email: string): Promise<Person | null> {
    return (await this.findInvited(ctx, email)) ?? this.first((person) => sameAddress(person.email, email));
  }

  save(_ctx: Context, person: Person): Promise<void> {
    this.byId.set(person.id, person);
    return Promise.resolve();
  }

  private first(holds: (person: Person) => boolean): Promise<Person | null> {
    return Promise.resolve([...this.byId.values()].find(holds) ?? null);
  }
}

export class MemoryMembershipRepository implements MembershipRepository {
  private readonly byId = new Map<string, Membership>();

  find = (_ctx: Context, id: string): Promise<Membership | null> => Promise.resolve(this.byId.get(id) ?? null);

  heldBy(_ctx: Context, personId: string, at: Date): Promise<readonly Membership[]> {
    const held = [...this.byId.values()].filter((each) => each.personId === personId && holdsAt(each, at));
    return Promise.resolve(
      held.sort((left, right) => left.validFrom.getTime() - right.validFrom.getTime() || (left.id < right.id ? -1 : 1)),
    );
  }

  ofOrganisation(_ctx: Context, organisationId: string, at: Date): Promise<readonly Membership[]> {
    const held = [...this.byId.values()].filter((each) => each.organisationId === organisationId && holdsAt(each, at));
    return Promise.resolve(held.sort((left, right) => (left.id < right.id ? -1 : 1)));
  }

  save(_ctx: Context, membership: Membership): Promise<"saved" | "held"> {
    const known = this.byId.get(membership.id);
    const next = known === undefined ? membership : { ...known, validTo: membership.validTo };
    if ([...this.byId.values()].some((other) => other.id !== next.id && overlap(other, next)))
      return Promise.resolve("held");
    this.byId.set(next.id, next);
    return Promise.resolve("saved");
  }
}

export class MemorySessionRepository implements SessionRepository {
  private sessions: readonly Session[] = [];

  findLive(_ctx: Context, tokenHash: Buffer, at: Date): Promise<Session | null> {
    return Promise.resolve(
      this.sessions.find((session) => session.tokenHash.equals(tokenHash) && session.expiresAt > at) ?? null,
    );
  }

  insert(_ctx: Context, session: Session): Promise<void> {
    this.sessions = [...this.sessions, session];
    return Promise.resolve();
  }

  remove(_ctx: Context, tokenHash: Buffer): Promise<void> {
    this.sessions = this.sessions.filter((session) => !session.tokenHash.equals(tokenHash));
    return Promise.resolve();
  }

  removeExpired(_ctx: Context, at: Date): Promise<number> {
    const before = this.sessions.length;
    this.sessions = this.sessions.filter((session) => session.expiresAt > at);
    return Promise.resolve(before - this.sessions.length);
  }
}
