import type { Actor } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";

export const PROPOSAL_STATES = ["proposed", "activated", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Somebody wants a bundle in force instead of the one that was; somebody else decides. Going back is proposed alike. */
export interface Proposal {
  readonly id: string;
  /** Body on whose behalf it was made. */
  readonly organisationId: string;
  readonly digest: string;
  /** The bundle in force that the author looked at: what is approved is this difference and no other. */
  readonly baseDigest: string;
  readonly motive: string;
  readonly state: ProposalState;
  /** `actorRef` of the author. */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** Its author signs for the compliance cell; otherwise the second signature has to be the cell's. */
  readonly complianceSigned: boolean;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** 1 when it is made, one more at each change. */
  readonly version: number;
}

export interface Decision {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  /** Whoever decides signs for the compliance cell. */
  readonly compliance: boolean;
}

/** A signature of the compliance cell: of an agent who holds the role, with a second factor. */
export const signsForCompliance = (actor: Actor): boolean =>
  actor.kind === "person" &&
  actor.mfa &&
  !actor.contractor &&
  actor.memberships.some(({ role }) => role === "compliance");

function decided(proposal: Proposal, state: ProposalState, { by, at, reason }: Decision): Result<Proposal> {
  if (proposal.state !== "proposed")
    return refuse(conflict("policy_proposal.decided", `The proposal is ${proposal.state} already.`));
  const decision = { decidedBy: by, decidedAt: at, decisionReason: reason };
  return ok({ ...proposal, state, ...decision, version: proposal.version + 1 });
}

/**
 * Two people, one of whom answers for every refusal: the compliance cell.
 * @param activeDigest of the bundle in force now; what was proposed against another one is proposed again
 */
export function approved(proposal: Proposal, activeDigest: string, decision: Decision): Result<Proposal> {
  const after = decided(proposal, "activated", decision);
  if (!after.ok) return after;
  if (decision.by === proposal.proposedBy)
    return refuse(conflict("policy_proposal.own", "Somebody other than the author approves."));
  if (!proposal.complianceSigned && !decision.compliance)
    return refuse(conflict("policy_proposal.no_compliance", "One of the two signatures is the compliance cell's."));
  if (activeDigest !== proposal.baseDigest)
    return refuse(
      conflict("policy_proposal.base_moved", "Other rules came into force meanwhile: propose against them again."),
    );
  return after;
}

export const rejected = (proposal: Proposal, decision: Decision): Result<Proposal> =>
  decided(proposal, "rejected", decision);

/** The author takes it back; nobody else can. */
export function withdrawn(proposal: Proposal, decision: Decision): Result<Proposal> {
  if (decision.by !== proposal.proposedBy)
    return refuse(conflict("policy_proposal.not_own", "The author alone takes a proposal back; reject it instead."));
  return decided(proposal, "withdrawn", decision);
}
