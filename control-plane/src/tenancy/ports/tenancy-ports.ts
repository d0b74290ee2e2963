import type { Records } from "../../kernel/stored-record.js";
import type { Context } from "../../kernel/use-case.js";
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

export interface TenancyPorts {
  readonly organisations: OrganisationRepository;
  readonly persons: PersonRepository;
  readonly memberships: MembershipRepository;
  readonly changes: MembershipChanges;
  readonly sessions: SessionRepository;
}
