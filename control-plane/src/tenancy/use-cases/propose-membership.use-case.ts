import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { proposed } from "../../kernel/second-person.js";
import type { Context, Done, GovernanceEventDraft, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { mayManageRole } from "../domain/manage-role.js";
import {
  confirmable,
  COUNTERSIGNED_ROLES,
  COUNTERSIGNER,
  isCountersigned,
  type MembershipChange,
} from "../domain/membership-change.js";
import { holdsAt, type Membership } from "../domain/membership.js";
import type { Organisation } from "../domain/organisation.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";
import { invitedPerson, personFor } from "./invited-person.js";

const reason = z.string().trim().min(3).max(500);

export const proposeMembershipInput = invitedPerson.extend({
  organisationId: z.string(),
  role: z.enum(COUNTERSIGNED_ROLES),
  validFrom: z.coerce.date().describe("The confirmation, when that is later."),
  validTo: z.coerce.date().nullish(),
  reason,
});
export type ProposeMembershipInput = z.output<typeof proposeMembershipInput>;
export const proposeMembershipEndInput = z.object({ id: z.string().describe("Of the membership."), reason });
export type ProposeMembershipEndInput = z.output<typeof proposeMembershipEndInput>;
type Ports = Pick<TenancyPorts, "organisations" | "persons" | "memberships" | "changes">;

/** Asks the compliance cell to give somebody a role of its own, or an auditor's. */
export const proposeMembership = (ports: Ports): UseCase<ProposeMembershipInput, Organisation, MembershipChange> => ({
  name: "tenancy.propose-membership",
  action: "manage",
  input: zodSchema(proposeMembershipInput),

  async load(ctx, { organisationId }) {
    const organisation = await ports.organisations.find(ctx, organisationId);
    if (organisation === null) return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Membership", id: null, organisationId }, loaded: organisation });
  },

  async handle(ctx, { name, email, role, validFrom, validTo = null, reason: why, organisationId }) {
    if (validTo !== null && validTo <= validFrom)
      return refuse(invalidInput([{ path: "validTo", message: "is before validFrom" }]));
    const { person, isNew } = await personFor(ctx, ports.persons, { name, email, identity: null });
    const wanted = { organisationId, role, personId: person.id, validFrom, validTo };
    const change = await file(ctx, ports, { ...wanted, act: "give", membershipId: ctx.ids.next() }, why);
    if (change.ok && isNew) await ports.persons.save(ctx, person);
    return change.ok ? stored(ctx, ports, change.value) : change;
  },
});

/** Asks the compliance cell to end a role of its own, or an auditor's. */
export const proposeMembershipEnd = (
  ports: Ports,
): UseCase<ProposeMembershipEndInput, Membership, MembershipChange> => ({
  name: "tenancy.propose-membership-end",
  action: "manage",
  input: zodSchema(proposeMembershipEndInput),

  async load(ctx, { id }) {
    const membership = await ports.memberships.find(ctx, id);
    if (membership === null) return refuse(notFound("membership", id));
    return ok({ subject: { name: "Membership", id, organisationId: membership.organisationId }, loaded: membership });
  },

  async handle(ctx, { reason: why }, { id, ...membership }) {
    if (!isCountersigned(membership.role))
      return refuse(conflict("membership.not_countersigned", "This role is closed without a countersignature."));
    if (!holdsAt(membership, ctx.clock.now()))
      return refuse(conflict("membership.not_held", "This role has ended already, or has not begun."));
    const change = await file(ctx, ports, { ...membership, act: "end", membershipId: id }, why);
    return change.ok ? stored(ctx, ports, change.value) : change;
  },
});

type Wanted = Omit<MembershipChange, keyof ReturnType<typeof proposed> | "id">;

/** The change, where the actor may ask for it and somebody could confirm it. */
async function file(
  ctx: Context,
  { memberships }: Ports,
  wanted: Wanted,
  why: string,
): Promise<Result<MembershipChange>> {
  const by = actorRef(ctx.actor);
  const cell = await memberships.holding(ctx, [COUNTERSIGNER]);
  for (const guarded of [
    mayManageRole(ctx.actor, wanted.role, wanted.personId),
    confirmable(cell, by, wanted.personId),
  ])
    if (!guarded.ok) return guarded;
  return ok({ id: ctx.ids.next(), ...wanted, ...proposed(by, ctx.clock.now(), why) });
}

async function stored(
  ctx: Context,
  { changes }: Ports,
  change: MembershipChange,
): Promise<Result<Done<MembershipChange>>> {
  if (!(await changes.insert(ctx, change)))
    return refuse(conflict("membership.change_waits", "A change of this role of this person waits already."));
  return ok({ value: change, event: membershipEvent(change, change.reason) });
}

/** A change as the journal tells it: an act on a role of a person, without a name. */
export const membershipEvent = (
  { id, act, state, organisationId, membershipId, personId, role }: MembershipChange,
  why: string,
): GovernanceEventDraft => ({
  organisationId,
  subjectType: "Membership",
  subjectId: membershipId,
  data: { change: id, act, state, person: personId, role, reason: why },
});
