import { z } from "zod";
import { ROLES } from "../../kernel/actor.js";
import { conflict, guardRefusal, invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { mayManageRole } from "../domain/manage-role.js";
import type { Membership } from "../domain/membership.js";
import type { Organisation } from "../domain/organisation.js";
import type { Person } from "../domain/person.js";
import type { MembershipRepository } from "../ports/membership-repository.port.js";
import type { OrganisationRepository } from "../ports/organisation-repository.port.js";
import type { PersonRepository } from "../ports/person-repository.port.js";

const input = z.object({
  organisationId: z.string(),
  role: z.enum(ROLES),
  /** A known person, by the identity they sign in with, or an invitation by address to somebody who never did. */
  person: z.object({
    name: z.string().min(1).max(200),
    email: z.string().email(),
    identity: z
      .object({ idpId: z.string().min(1), sub: z.string().min(1) })
      .nullable()
      .default(null),
  }),
  validFrom: z.coerce.date(),
  validTo: z.coerce.date().nullable().default(null),
});
export type GiveMembershipInput = z.infer<typeof input>;

export interface GiveMembershipPorts {
  readonly organisations: OrganisationRepository;
  readonly persons: PersonRepository;
  readonly memberships: MembershipRepository;
}

/** Gives a person a role in an organisation, from a date and, where it is known, until another. */
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
    const { person, isNew } = await personFor(ctx, ports.persons, wanted);
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
        data: { person: person.id, role },
      },
    });
  },
});

const contractorRefused = guardRefusal("membership.contractor", "A contractor validates nothing.", [
  { code: "membership.not_contractor", met: false, message: "Whoever validates is an agent of the administration." },
]);

async function personFor(
  ctx: Context,
  persons: PersonRepository,
  { person }: GiveMembershipInput,
): Promise<{ readonly person: Person; readonly isNew: boolean }> {
  const known =
    person.identity === null
      ? await persons.findByEmail(ctx, person.email)
      : await persons.findByIdentity(ctx, person.identity.idpId, person.identity.sub);
  if (known !== null) return { person: known, isNew: false };
  return { person: { ...person, id: ctx.ids.next(), contractor: false, employerId: null }, isNew: true };
}
