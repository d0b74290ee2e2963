import { z } from "zod";
import { ROLES } from "../../kernel/actor.js";
import { conflict, guardRefusal, invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { mayManageRole } from "../domain/manage-role.js";
import { COUNTERSIGNER, countersigned, isCountersigned } from "../domain/membership-change.js";
import type { Membership } from "../domain/membership.js";
import type { Organisation } from "../domain/organisation.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";
import { invitedPerson, personFor } from "./invited-person.js";

const input = z.object({
  organisationId: z.string(),
  role: z.enum(ROLES),
  person: invitedPerson.extend({
    identity: z
      .object({ idpId: z.string().min(1), sub: z.string().min(1) })
      .nullable()
      .default(null),
  }),
  validFrom: z.coerce.date(),
  validTo: z.coerce.date().nullable().default(null),
});
export type GiveMembershipInput = z.infer<typeof input>;

export type GiveMembershipPorts = Pick<TenancyPorts, "organisations" | "persons" | "memberships">;

/**
 * Gives a person a role in an organisation, from a date and, where it is known, until another. The first holders of a
 * countersigned role come from a seed, until somebody of the compliance cell has signed in.
 */
export const giveMembershipUseCase = (
  ports: GiveMembershipPorts,
): UseCase<GiveMembershipInput, Organisation, Membership> => ({
  name: "tenancy.give-membership",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { organisationId }) {
    const organisation = await ports.organisations.find(ctx, organisationId);
    if (organisation === null) return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "Membership", id: null, organisationId }, loaded: organisation });
  },

  async handle(ctx, wanted, organisation) {
    const { person, isNew } = await personFor(ctx, ports.persons, wanted.person);
    const founding = isCountersigned(wanted.role);
    if (founding && (ctx.actor.kind === "person" || (await cellStands(ctx, ports))))
      return refuse(countersigned(wanted.role));
    const guarded = mayManageRole(ctx.actor, wanted.role, person.id);
    if (!guarded.ok) return guarded;
    const { role, validFrom, validTo } = wanted;
    if (person.contractor && role === "validator") return refuse(contractorRefused);
    if (validTo !== null && validTo <= validFrom)
      return refuse(invalidInput([{ path: "validTo", message: "is before validFrom" }]));
    if (isNew) await ports.persons.save(ctx, person);
    const organisationId = organisation.id;
    const membership = { id: ctx.ids.next(), personId: person.id, organisationId, role, validFrom, validTo };
    if ((await ports.memberships.save(ctx, membership)) === "held")
      return refuse(conflict("membership.held", "This person already holds this role there."));
    return ok({
      value: membership,
      event: {
        organisationId,
        subjectType: "Membership",
        subjectId: membership.id,
        data: { person: person.id, role, ...(founding ? { founding } : {}) },
      },
    });
  },
});

/** Somebody of the compliance cell has signed in: from then on nobody is made one of them without them. */
async function cellStands(ctx: Context, { persons, memberships }: GiveMembershipPorts): Promise<boolean> {
  const cell = await memberships.holding(ctx, [COUNTERSIGNER]);
  for (const { personId } of cell) if ((await persons.find(ctx, personId))?.identity != null) return true;
  return false;
}

const contractorRefused = guardRefusal("membership.contractor", "A contractor validates nothing.", [
  { code: "membership.not_contractor", met: false, message: "Whoever validates is an agent of the administration." },
]);
