import type { Role } from "../../../../control-plane/src/kernel/actor.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { lasts, type EmergencyAccess } from "../../../../control-plane/src/tenancy/domain/emergency-access.js";
import type { MembershipChange } from "../../../../control-plane/src/tenancy/domain/membership-change.js";
import { holdsAt, overlap, type Membership } from "../../../../control-plane/src/tenancy/domain/membership.js";
import type { Person } from "../../../../control-plane/src/tenancy/domain/person.js";
import type { Session } from "../../../../control-plane/src/tenancy/domain/session.js";
import type { MembershipRepository } from "../../../../control-plane/src/tenancy/ports/membership-repository.port.js";
import type { PersonRepository } from "../../../../control-plane/src/tenancy/ports/person-repository.port.js";
import type { SessionRepository } from "../../../../control-plane/src/tenancy/ports/session-repository.port.js";
import type {
  EmergencyAccesses,
  MembershipChanges,
} from "../../../../control-plane/src/tenancy/ports/tenancy-ports.js";
import { by } from "../memory-list.js";
import { MemoryRecords, MemoryRows } from "../memory-records.js";

const sameAddress = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

export class MemoryPersonRepository extends MemoryRows<Person> implements PersonRepository {
  findByIdentity(_ctx: Context, idpId: string, sub: string): Promise<Person | null> {
    return this.one(({ identity }) => identity?.idpId === idpId && identity.sub === sub);
  }

  findInvited(_ctx: Context, email: string): Promise<Person | null> {
    return this.one((person) => person.identity === null && sameAddress(person.email, email));
  }

  async findByEmail(ctx: Context, email: string): Promise<Person | null> {
    return (await this.findInvited(ctx, email)) ?? this.one((person) => sameAddress(person.email, email));
  }

  save(_ctx: Context, person: Person): Promise<void> {
    return this.put(person);
  }
}

export class MemoryMembershipRepository extends MemoryRows<Membership> implements MembershipRepository {
  heldBy(_ctx: Context, personId: string, at: Date): Promise<readonly Membership[]> {
    const held = this.where((each) => each.personId === personId && holdsAt(each, at));
    return Promise.resolve(held.sort(by(({ validFrom, id }) => [validFrom.getTime(), id])));
  }

  ofOrganisation(_ctx: Context, organisationId: string, at: Date): Promise<readonly Membership[]> {
    const held = this.where((each) => each.organisationId === organisationId && holdsAt(each, at));
    return Promise.resolve(held.sort(by(({ id }) => [id])));
  }

  holding(ctx: Context, roles: readonly Role[]): Promise<readonly Membership[]> {
    const held = this.where((each) => roles.includes(each.role) && holdsAt(each, ctx.clock.now()));
    return Promise.resolve(held.sort(by(({ id }) => [id])));
  }

  async save(_ctx: Context, membership: Membership): Promise<"saved" | "held"> {
    const known = this.get(membership.id);
    const next = known === undefined ? membership : { ...known, validTo: membership.validTo };
    return (await this.putUnless((other) => other.id !== next.id && overlap(other, next), next)) ? "saved" : "held";
  }
}

export class MemoryMembershipChanges extends MemoryRecords<MembershipChange> implements MembershipChanges {
  insert(_ctx: Context, change: MembershipChange): Promise<boolean> {
    const waits = ({ state, personId, organisationId, role }: MembershipChange) =>
      state === "proposed" &&
      `${personId} ${organisationId} ${role}` === `${change.personId} ${change.organisationId} ${change.role}`;
    return this.putUnless(waits, change);
  }

  ofOrganisation(_ctx: Context, organisationId: string): Promise<readonly MembershipChange[]> {
    const found = this.where((each) => each.organisationId === organisationId);
    return Promise.resolve(found.sort(by(({ id }) => [id])).toReversed());
  }
}

export class MemoryEmergencyAccesses extends MemoryRecords<EmergencyAccess> implements EmergencyAccesses {
  insert(_ctx: Context, access: EmergencyAccess): Promise<boolean> {
    const open = ({ state, proposedBy, reviewedBy }: EmergencyAccess) =>
      proposedBy === access.proposedBy && (state === "proposed" || (state === "confirmed" && reviewedBy === null));
    return this.putUnless(open, access);
  }

  lasting(_ctx: Context, personId: string, at: Date): Promise<EmergencyAccess | null> {
    return Promise.resolve(this.where((each) => each.proposedBy === personId && lasts(each, at))[0] ?? null);
  }

  ofOrganisation(_ctx: Context, organisationId: string): Promise<readonly EmergencyAccess[]> {
    const found = this.where((each) => each.organisationId === organisationId);
    return Promise.resolve(found.sort(by(({ id }) => [id])).toReversed());
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
