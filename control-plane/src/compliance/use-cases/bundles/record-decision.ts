import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done, GovernanceEventDraft } from "../../../kernel/use-case.js";
import type { Activation } from "../../domain/bundles/kept-bundle.js";
import { signsForCompliance, type Decision, type Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";

/** What was looked at is what is decided on. */
export const stale = (): Result<never> =>
  refuse(conflict("policy_proposal.stale", "The proposal changed meanwhile: look at it again."));

/** Who decides now, and whether that is the compliance cell. */
export const decisionOf = (ctx: Context, reason: string): Decision => ({
  ...{ by: actorRef(ctx.actor), at: ctx.clock.now(), reason },
  compliance: signsForCompliance(ctx.actor),
});

/** Keeps a decided proposal, with the bundles it names in the journal. */
export async function recordDecision(
  { proposals }: Pick<BundlePorts, "proposals">,
  ctx: Context,
  after: Proposal,
  looked: Partial<Pick<Activation, "simulationId" | "waiver">> = {},
): Promise<Result<Done<Proposal>>> {
  if (!(await proposals.update(ctx, after))) return stale();
  const event = proposalEvent(after);
  return ok({ value: after, event: { ...event, data: { ...event.data, ...looked } } });
}

export const proposalEvent = (proposal: Proposal): GovernanceEventDraft => ({
  organisationId: proposal.organisationId,
  subjectType: "PolicyBundle",
  subjectId: proposal.id,
  data: {
    state: proposal.state,
    before: proposal.baseDigest,
    after: proposal.digest,
    motive: proposal.motive,
    reason: proposal.decisionReason,
  },
});
