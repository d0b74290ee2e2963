import type { Records } from "../../kernel/stored-record.js";
import type { Context } from "../../kernel/use-case.js";
import type { EmergencyAccess } from "../domain/emergency-access.js";
import type { MembershipChange } from "../domain/membership-change.js";
import type { MembershipRepository } from "./membership-repository.port.js";
import type { OrganisationRepository } from "./organisation-repository.port.js";
import type { PersonRepository } from "./person-repository.port.js";
import type { SessionRepository } from "./session-repository.port.js";

/** What two people make of roles that are countersigned. */
export interface MembershipChanges extends Pick<Records<MembershipChange>, "find" | "update"> {
  /** False when a change of the same role of the same person there waits already. */
  insert(ctx: Context, change: MembershipChange): Promise<boolean>;
  /** Newest first. */
  ofOrganisation(ctx: Context, organisationId: string): Promise<readonly MembershipChange[]>;
}

/** Roles that were lent in an emergency. */
export interface EmergencyAccesses extends Pick<Records<EmergencyAccess>, "find" | "update"> {
  /** False while a former one of the same person waits, lasts, or is to be reviewed. */
  insert(ctx: Context, access: EmergencyAccess): Promise<boolean>;
  /** What a person has at that time; null when nothing. */
  lasting(ctx: Context, personId: string, at: Date): Promise<EmergencyAccess | null>;
  /** Newest first. */
  ofOrganisation(ctx: Context, organisationId: string): Promise<readonly EmergencyAccess[]>;
}

export interface TenancyPorts {
  readonly organisations: OrganisationRepository;
  readonly persons: PersonRepository;
  readonly memberships: MembershipRepository;
  readonly changes: MembershipChanges;
  readonly emergencies: EmergencyAccesses;
  readonly sessions: SessionRepository;
}
