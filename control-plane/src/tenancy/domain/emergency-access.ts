import type { PersonActor, Role } from "../../kernel/actor.js";
import { conflict, type Conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { decided, type Decision, type ForSecondPerson } from "../../kernel/second-person.js";
import { COUNTERSIGNER, isCountersigned } from "./membership-change.js";

/** The longest that a role is lent, hours; an ask that nobody answered lapses after as many. */
export const LONGEST_HOURS = 24;
const HOUR_MS = 3_600_000;

/** A role that somebody asks for in an emergency, that another lends for hours, and that the compliance cell reviews. */
export interface EmergencyAccess extends ForSecondPerson {
  readonly id: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly hours: number;
  /** When it ends, or ended; null until it is confirmed. */
  readonly endsAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  /** What the compliance cell found of what was done under it. */
  readonly finding: string | null;
}

export const lasts = ({ endsAt }: Pick<EmergencyAccess, "endsAt">, at: Date): boolean => endsAt !== null && at < endsAt;

/** The role as a session holds it: its id goes to each entry of the journal. */
export const lentMembership = ({
  id,
  role,
  organisationId,
}: EmergencyAccess): PersonActor["memberships"][number] & { readonly emergency: string } => ({
  organisationId,
  role,
  emergency: id,
});

/**
 * The second person's answer. The role counts from it on, for the hours that were asked; a role that judges the others is
 * lent by the compliance cell alone.
 */
export function answered(
  access: EmergencyAccess,
  state: "confirmed" | "refused",
  decision: Decision,
  by: PersonActor,
): Result<EmergencyAccess> {
  const ofCell = by.memberships.some(({ role, emergency }) => role === COUNTERSIGNER && emergency === undefined);
  if (isCountersigned(access.role) && !ofCell) return refuse(CELL_ANSWERS);
  const lapses = access.proposedAt.getTime() + LONGEST_HOURS * HOUR_MS;
  if (state === "confirmed" && decision.at.getTime() >= lapses) return refuse(LAPSED);
  const after = decided(access, state, decision);
  if (!after.ok || state === "refused") return after;
  return ok({ ...after.value, endsAt: new Date(decision.at.getTime() + access.hours * HOUR_MS) });
}

/** Ends it before its time. */
export function ended(access: EmergencyAccess, at: Date): Result<EmergencyAccess> {
  return lasts(access, at) ? ok({ ...access, endsAt: at, version: access.version + 1 }) : refuse(NOT_LASTING);
}

/** The cell's finding, by somebody who neither had the role nor lent it, once it is over. */
export function reviewed(access: EmergencyAccess, { by, at, reason }: Decision): Result<EmergencyAccess> {
  if (access.state !== "confirmed" || lasts(access, at)) return refuse(NOT_OVER);
  if (access.reviewedBy !== null) return refuse(conflict("emergency.reviewed", "It has been reviewed already."));
  if (by === access.proposedBy || by === access.decidedBy) return refuse(OWN_REVIEW);
  return ok({ ...access, reviewedBy: by, reviewedAt: at, finding: reason, version: access.version + 1 });
}

const CELL_ANSWERS: Conflict = conflict(
  "emergency.cell_answers",
  "The compliance cell lends its roles and an auditor's.",
);
const LAPSED = conflict("emergency.lapsed", "It was asked for more than a day ago: it is asked for again, if it must.");
const NOT_LASTING = conflict("emergency.not_lasting", "It does not last any more, or has not begun.");
const NOT_OVER = conflict("emergency.not_over", "It is reviewed once it is over; it can be ended first.");
const OWN_REVIEW = conflict("emergency.own_review", "Neither who had the role nor who lent it reviews it.");
export const NOT_HELD_HERE = conflict(
  "emergency.elsewhere",
  "A role is lent where one is held already, or below; ask where you belong.",
);
export const ONE_AT_A_TIME = conflict(
  "emergency.one_at_a_time",
  "A former one waits, lasts or is to be reviewed: that comes first.",
);
