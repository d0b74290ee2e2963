import { z } from "zod";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { mayManageRole } from "../domain/manage-role.js";
import { countersigned, isCountersigned } from "../domain/membership-change.js";
import { holdsAt, type Membership } from "../domain/membership.js";
import type { MembershipRepository } from "../ports/membership-repository.port.js";

const input = z.object({ id: z.string(), reason: z.string().min(1).max(500) });
export type CloseMembershipInput = z.infer<typeof input>;

/** Ends a role now. What the person did under it keeps its author; sessions lose the role at their next request. */
export const closeMembershipUseCase = (
  memberships: MembershipRepository,
): UseCase<CloseMembershipInput, Membership, Membership> => ({
  name: "tenancy.close-membership",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { id }) {
    const membership = await memberships.find(ctx, id);
    if (membership === null) return refuse(notFound("membership", id));
    const { organisationId } = membership;
    return ok({ subject: { name: "Membership", id, organisationId }, loaded: membership });
  },

  async handle(ctx, { reason }, membership) {
    const guarded = mayManageRole(ctx.actor, membership.role, membership.personId);
    if (!guarded.ok) return guarded;
    if (ctx.actor.kind === "person" && isCountersigned(membership.role)) return refuse(countersigned(membership.role));
    const now = ctx.clock.now();
    if (!holdsAt(membership, now)) {
      return refuse(conflict("membership.not_held", "This role has ended already, or has not begun."));
    }
    const closed = { ...membership, validTo: now };
    await memberships.save(ctx, closed);
    return ok({
      value: closed,
      event: {
        organisationId: membership.organisationId,
        subjectType: "Membership",
        subjectId: membership.id,
        data: { person: membership.personId, role: membership.role, reason },
      },
    });
  },
});
