import { ID } from "@nestjs/graphql";
import { z } from "zod";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import type { SignInPorts } from "../../use-cases/sign-in.use-case.js";
import { SIGN_IN_PORTS } from "../../tenancy.tokens.js";
import { mergeOrganisation, mergeOrganisationInput } from "../../use-cases/merge-organisation.use-case.js";
import { moveOrganisation, moveOrganisationInput } from "../../use-cases/move-organisation.use-case.js";
import { renameOrganisation, renameOrganisationInput } from "../../use-cases/rename-organisation.use-case.js";
import { saveOrganisationInput, saveOrganisationUseCase } from "../../use-cases/save-organisation.use-case.js";
import { closeMembershipUseCase } from "../../use-cases/close-membership.use-case.js";
import { giveMembershipUseCase } from "../../use-cases/give-membership.use-case.js";
import { GiveMembershipInput, MembershipResult, OrganisationResult } from "./tenancy.types.js";

const asOrganisation = answering(OrganisationResult);
const asMembership = answering(MembershipResult);

/** A new organisation; what is known of it changes by verbs of their own. */
const created = saveOrganisationInput
  .omit({ id: true, successorId: true, validTo: true })
  .extend({ parentId: z.string() });

/** Verbs on the tree of organisations and on who holds which role in it. */
export const TenancyMutations = mutations<SignInPorts>(SIGN_IN_PORTS, {
  createOrganisation: asOrganisation((ports) => saveOrganisationUseCase(ports.organisations), created),
  renameOrganisation: asOrganisation(
    (ports) => renameOrganisation(ports.organisations),
    renameOrganisationInput,
    "From a day on; what it was called before is kept.",
  ),
  moveOrganisation: asOrganisation(
    (ports) => moveOrganisation(ports.organisations),
    moveOrganisationInput,
    "With all that stands below it, from a day on.",
  ),
  mergeOrganisation: asOrganisation(
    mergeOrganisation,
    mergeOrganisationInput,
    "Closes it; what it owned and its roles go on in its successor.",
  ),
  giveMembership: asMembership(giveMembershipUseCase, GiveMembershipInput, undefined, ({ name, email, ...role }) => ({
    ...role,
    person: { name, email },
  })),
  closeMembership: asMembership((ports) => closeMembershipUseCase(ports.memberships), { id: ID, reason: String }),
});
