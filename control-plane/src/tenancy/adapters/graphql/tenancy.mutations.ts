import { ID } from "@nestjs/graphql";
import { z } from "zod";
import { inputType } from "../../../platform/graphql/input-type.js";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import type { TenancyPorts } from "../../ports/tenancy-ports.js";
import { TENANCY_PORTS } from "../../tenancy.tokens.js";
import { mergeOrganisation, mergeOrganisationInput } from "../../use-cases/merge-organisation.use-case.js";
import { moveOrganisation, moveOrganisationInput } from "../../use-cases/move-organisation.use-case.js";
import { renameOrganisation, renameOrganisationInput } from "../../use-cases/rename-organisation.use-case.js";
import { saveOrganisationInput, saveOrganisationUseCase } from "../../use-cases/save-organisation.use-case.js";
import { closeMembershipUseCase } from "../../use-cases/close-membership.use-case.js";
import {
  confirmMembershipChange,
  decideMembershipChangeInput,
  refuseMembershipChange,
  withdrawMembershipChange,
} from "../../use-cases/decide-membership-change.use-case.js";
import {
  proposeMembership,
  proposeMembershipEnd,
  proposeMembershipEndInput,
  proposeMembershipInput,
} from "../../use-cases/propose-membership.use-case.js";
import {
  askEmergencyAccess,
  askEmergencyAccessInput,
  confirmEmergencyAccess,
  decideEmergencyAccessInput,
  refuseEmergencyAccess,
  returnEmergencyAccess,
  reviewEmergencyAccess,
  revokeEmergencyAccess,
} from "../../use-cases/emergency-access.use-case.js";
import { EmergencyAccessResult } from "./emergency-access.types.js";
import { MembershipChangeResult } from "./membership-change.types.js";
import { giveMembershipUseCase } from "../../use-cases/give-membership.use-case.js";
import { GiveMembershipInput, MembershipResult, OrganisationResult } from "./tenancy.types.js";

const asOrganisation = answering(OrganisationResult);
const asMembership = answering(MembershipResult);
const asChange = answering(MembershipChangeResult);
const asEmergency = answering(EmergencyAccessResult);
const DecideEmergency = inputType("DecideEmergencyAccessInput", decideEmergencyAccessInput);
const DecideChange = inputType("DecideMembershipChangeInput", decideMembershipChangeInput);

/** A new organisation; what is known of it changes by verbs of their own. */
const created = saveOrganisationInput
  .omit({ id: true, successorId: true, validTo: true })
  .extend({ parentId: z.string() });

/** Verbs on the tree of organisations and on who holds which role in it. */
export const TenancyMutations = mutations<TenancyPorts>(TENANCY_PORTS, {
  createOrganisation: asOrganisation(saveOrganisationUseCase, created),
  renameOrganisation: asOrganisation(
    (ports) => renameOrganisation(ports.organisations),
    renameOrganisationInput,
    "From a day on; what it was called before is kept.",
  ),
  moveOrganisation: asOrganisation(
    moveOrganisation,
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
  proposeMembership: asChange(
    proposeMembership,
    proposeMembershipInput,
    "Of the compliance cell or of an auditor; it holds once somebody of the cell confirms it.",
  ),
  proposeMembershipEnd: asChange(proposeMembershipEnd, proposeMembershipEndInput),
  confirmMembershipChange: asChange(
    confirmMembershipChange,
    DecideChange,
    "By somebody of the compliance cell who neither proposed it nor has the role that it is about.",
  ),
  refuseMembershipChange: asChange(refuseMembershipChange, DecideChange),
  withdrawMembershipChange: asChange(withdrawMembershipChange, DecideChange, "By whoever proposed it."),
  askEmergencyAccess: asEmergency(
    askEmergencyAccess,
    askEmergencyAccessInput,
    "A role for hours, in a body where one is held already; it counts once another has confirmed it.",
  ),
  confirmEmergencyAccess: asEmergency(
    confirmEmergencyAccess,
    DecideEmergency,
    "By ARIANE or the compliance cell; by the cell when the role is one of its own, or an auditor's.",
  ),
  refuseEmergencyAccess: asEmergency(refuseEmergencyAccess, DecideEmergency),
  returnEmergencyAccess: asEmergency(
    returnEmergencyAccess,
    DecideEmergency,
    "By who asked: takes it back, or ends it.",
  ),
  revokeEmergencyAccess: asEmergency(revokeEmergencyAccess, DecideEmergency, "By the compliance cell, at once."),
  reviewEmergencyAccess: asEmergency(
    reviewEmergencyAccess,
    DecideEmergency,
    "What the compliance cell found of it, once it is over; by neither who had it nor who confirmed it.",
  ),
});
