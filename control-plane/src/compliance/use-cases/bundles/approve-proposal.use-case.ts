import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Activation } from "../../domain/bundles/kept-bundle.js";
import { approved, type Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { motive, proposalId, version } from "./bundle.input.js";
import { loadProposal } from "./proposal.subject.js";
import { readinessOf } from "./readiness-of.js";
import { decisionOf, recordDecision, stale } from "./record-decision.js";

const input = z.object({ id: proposalId, version, reason: motive, waiver: motive.nullish() });
export type ApproveProposalInput = z.infer<typeof input>;

/**
 * The second signature: the bundle is in force from this transaction on, and goes out with the next snapshot. One that
 * does not load any more is not put in force; nor is one that its approver saw no effect of, or that would refuse what runs
 * from one moment to the next.
 */
export const approveProposal = (ports: BundlePorts): UseCase<ApproveProposalInput, Proposal, Proposal> => ({
  name: "compliance.approve-proposal",
  action: "validate",
  input: zodSchema(input),
  load: (ctx, { id }) => loadProposal(ports, ctx, id),
  async handle(ctx, { version: seen, reason, waiver = null }, before) {
    if (before.version !== seen) return stale();
    const current = await ports.active.current(ctx);
    const activeDigest = current.ok ? current.value.source.digest : await lastActivated(ports, ctx);
    const after = approved(before, activeDigest, decisionOf(ctx, reason));
    if (!after.ok) return after;
    const candidate = await ports.active.byDigest(ctx, before.digest);
    if (!candidate.ok) return refuse(conflict("policy_bundle.unreadable", candidate.refusal));
    // Nothing can be replayed beside rules that do not load, and they must not keep better ones out.
    const looked = current.ok
      ? await readinessOf(ports, ctx, after.value, candidate.value.bundle.rules, waiver)
      : ok({ simulationId: null, waiver });
    if (!looked.ok) return looked;
    if (!(await activate(ports, ctx, after.value, looked.value))) return stale();
    return recordDecision(ports, ctx, after.value, looked.value);
  },
});

/** A bundle in force that does not load any more must not keep a better one out. */
const lastActivated = async ({ bundles }: BundlePorts, ctx: Context): Promise<string> =>
  (await bundles.active(ctx))?.digest ?? "";

async function activate(
  { bundles }: BundlePorts,
  ctx: Context,
  proposal: Proposal,
  looked: Pick<Activation, "simulationId" | "waiver">,
): Promise<boolean> {
  const last = await bundles.active(ctx);
  return bundles.activate(ctx, {
    ...{ number: (last?.number ?? 0) + 1, digest: proposal.digest, previousDigest: proposal.baseDigest },
    ...{ proposalId: proposal.id, at: ctx.clock.now(), proposedBy: proposal.proposedBy },
    approvedBy: actorRef(ctx.actor),
    ...looked,
  });
}
