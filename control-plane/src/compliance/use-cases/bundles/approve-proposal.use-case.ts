import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { approved, type Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { motive, proposalId, version } from "./bundle.input.js";
import { loadProposal } from "./proposal.subject.js";
import { decisionOf, recordDecision, stale } from "./record-decision.js";

const input = z.object({ id: proposalId, version, reason: motive });
export type ApproveProposalInput = z.infer<typeof input>;

/**
 * The second signature: the bundle is in force from this transaction on, and goes out with the next snapshot. One that
 * does not load any more is not put in force.
 */
export const approveProposal = (ports: BundlePorts): UseCase<ApproveProposalInput, Proposal, Proposal> => ({
  name: "compliance.approve-proposal",
  action: "validate",
  input: zodSchema(input),
  load: (ctx, { id }) => loadProposal(ports, ctx, id),
  async handle(ctx, { version: seen, reason }, before) {
    if (before.version !== seen) return stale();
    const current = await ports.active.current(ctx);
    const activeDigest = current.ok ? current.value.source.digest : await lastActivated(ports, ctx);
    const after = approved(before, activeDigest, decisionOf(ctx, reason));
    if (!after.ok) return after;
    const candidate = await ports.active.byDigest(ctx, before.digest);
    if (!candidate.ok) return refuse(conflict("policy_bundle.unreadable", candidate.refusal));
    if (!(await activate(ports, ctx, after.value))) return stale();
    return recordDecision(ports, ctx, after.value);
  },
});

/** A bundle in force that does not load any more must not keep a better one out. */
const lastActivated = async ({ bundles }: BundlePorts, ctx: Context): Promise<string> =>
  (await bundles.active(ctx))?.digest ?? "";

async function activate({ bundles }: BundlePorts, ctx: Context, proposal: Proposal): Promise<boolean> {
  const last = await bundles.active(ctx);
  return bundles.activate(ctx, {
    ...{ number: (last?.number ?? 0) + 1, digest: proposal.digest, previousDigest: proposal.baseDigest },
    ...{ proposalId: proposal.id, at: ctx.clock.now(), proposedBy: proposal.proposedBy },
    approvedBy: actorRef(ctx.actor),
  });
}
