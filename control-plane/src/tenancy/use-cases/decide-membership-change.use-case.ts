import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { CHANGED } from "../../kernel/stored-record.js";
import type { Context, Done, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import {
  confirmable,
  confirmedMembership,
  COUNTERSIGNER,
  decidedByCell,
  type MembershipChange,
} from "../domain/membership-change.js";
import { holdsAt, type Membership } from "../domain/membership.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";
import { membershipEvent } from "./propose-membership.use-case.js";

export const decideMembershipChangeInput = z.object({
  id: z.string().describe("Of the change."),
  reason: z.string().trim().min(3).max(500),
});
export type DecideMembershipChangeInput = z.output<typeof decideMembershipChangeInput>;
type Ports = Pick<TenancyPorts, "memberships" | "changes">;
type Verb = UseCase<DecideMembershipChangeInput, MembershipChange, MembershipChange>;

const verb = (ports: Ports, of: Pick<Verb, "name" | "action" | "handle">): Verb => ({
  ...of,
  input: zodSchema(decideMembershipChangeInput),
  async load(ctx, { id }) {
    const change = await ports.changes.find(ctx, id);
    if (change === null) return refuse(notFound("membership_change", id));
    const { membershipId, organisationId, proposedBy } = change;
    const author = of.action === "validate" ? { declaredBy: proposedBy } : {};
    return ok({ subject: { name: "Membership", id: membershipId, organisationId, ...author }, loaded: change });
  },
});

/** The countersignature: the role begins or ends in this transaction, and sessions follow at their next request. */
export const confirmMembershipChange = (ports: Ports): Verb =>
  verb(ports, {
    name: "tenancy.confirm-membership-change",
    action: "validate",
    async handle(ctx, { reason }, change) {
      const membership = await made(ctx, ports, change);
      if (!membership.ok) return membership;
      const done = await decide(ctx, ports, change, "confirmed", reason);
      if (!done.ok) return done;
      if ((await ports.memberships.save(ctx, membership.value)) === "saved") return done;
      return refuse(conflict("membership.held", "This person already holds this role there."));
    },
  });

/** The cell says no; nobody's role changes. */
export const refuseMembershipChange = (ports: Ports): Verb =>
  verb(ports, {
    name: "tenancy.refuse-membership-change",
    action: "validate",
    handle: (ctx, { reason }, change) => decide(ctx, ports, change, "refused", reason),
  });

/** Whoever proposed takes it back. */
export const withdrawMembershipChange = (ports: Ports): Verb =>
  verb(ports, {
    name: "tenancy.withdraw-membership-change",
    action: "manage",
    handle: (ctx, { reason }, change) => decide(ctx, ports, change, "withdrawn", reason),
  });

async function decide(
  ctx: Context,
  { changes }: Ports,
  change: MembershipChange,
  state: "confirmed" | "refused" | "withdrawn",
  reason: string,
): Promise<Result<Done<MembershipChange>>> {
  const after = decidedByCell(change, state, { by: actorRef(ctx.actor), at: ctx.clock.now(), reason });
  if (!after.ok) return after;
  if (!(await changes.update(ctx, after.value))) return refuse(CHANGED);
  return ok({ value: after.value, event: membershipEvent(after.value, reason) });
}

/** The membership as the change makes it. */
async function made(ctx: Context, { memberships }: Ports, change: MembershipChange): Promise<Result<Membership>> {
  if (change.act === "give") return confirmedMembership(change, ctx.clock.now());
  // Two of the cell who end each other's role at the same moment: the second waits here, and finds that nobody is left.
  const cell = await memberships.holding(ctx, [COUNTERSIGNER]);
  const left = confirmable(cell, change.proposedBy, change.personId);
  if (!left.ok) return left;
  const now = ctx.clock.now();
  const membership = await memberships.find(ctx, change.membershipId);
  if (membership === null || !holdsAt(membership, now))
    return refuse(conflict("membership.not_held", "This role has ended already, or has not begun."));
  return ok({ ...membership, validTo: now });
}
