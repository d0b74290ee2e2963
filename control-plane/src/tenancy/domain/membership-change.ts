import type { Role } from "../../kernel/actor.js";
import { conflict, guardRefusal, type GuardRefusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { decided, type ChangeState, type Decision, type ForSecondPerson } from "../../kernel/second-person.js";
import type { Membership } from "./membership.js";

/** Roles that judge the others: they are given and ended by ARIANE and the compliance cell together. */
export const COUNTERSIGNED_ROLES = ["compliance", "auditor"] as const satisfies readonly Role[];
export type CountersignedRole = (typeof COUNTERSIGNED_ROLES)[number];

/** The role whose holders countersign. */
export const COUNTERSIGNER: Role = "compliance";

export const isCountersigned = (role: Role): role is CountersignedRole =>
  COUNTERSIGNED_ROLES.some((each) => each === role);

export const MEMBERSHIP_ACTS = ["give", "end"] as const;

/** A countersigned role that one person would give or end; somebody of the compliance cell decides. */
export interface MembershipChange extends ForSecondPerson {
  readonly id: string;
  readonly organisationId: string;
  readonly act: (typeof MEMBERSHIP_ACTS)[number];
  /** Of the membership that ends, or of the one that will be. */
  readonly membershipId: string;
  readonly personId: string;
  readonly role: Role;
  /** When the role begins, at the earliest; its confirmation when that is later. */
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** The answer: nobody confirms or refuses a role of their own. */
export function decidedByCell(
  change: MembershipChange,
  state: Exclude<ChangeState, "proposed">,
  decision: Decision,
): Result<MembershipChange> {
  if (state !== "withdrawn" && decision.by === change.personId)
    return refuse(conflict("membership.own_change", "Somebody else of the compliance cell decides on this role."));
  return decided(change, state, decision);
}

/** The membership as it is once confirmed; a role counts from its confirmation at the earliest. */
export function confirmedMembership(
  { membershipId, personId, organisationId, role, validFrom, validTo }: MembershipChange,
  at: Date,
): Result<Membership> {
  const from = validFrom < at ? at : validFrom;
  if (validTo !== null && validTo <= from)
    return refuse(conflict("membership.over", "The role would have ended before it begins; propose it again."));
  return ok({ id: membershipId, personId, organisationId, role, validFrom: from, validTo });
}

/**
 * Refuses what nobody could confirm: the last of the cell keeps the role until somebody else has it.
 * @param cell who holds the countersigning role now
 */
export function confirmable(cell: readonly Membership[], proposer: string, concerned: string): Result<true> {
  const met = cell.some(({ personId }) => personId !== proposer && personId !== concerned);
  const message = "Somebody of the compliance cell confirms: neither who proposes it nor whose role it is.";
  const condition = { code: "membership.somebody_confirms", met, message };
  if (met) return ok(true);
  return refuse(guardRefusal("membership.nobody_confirms", "Nobody could confirm it.", [condition]));
}

/** What is answered where such a role would be given or ended by one person. */
export const countersigned = (role: Role): GuardRefusal =>
  guardRefusal("membership.countersigned", "This role takes a countersignature of the compliance cell: propose it.", [
    { code: "membership.two_people", met: false, message: `The role ${role} is proposed, and the cell confirms it.` },
  ]);
