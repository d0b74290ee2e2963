import { z } from "zod";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { rejected, type Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { motive, proposalId, version } from "./bundle.input.js";
import { loadProposal } from "./proposal.subject.js";
import { decisionOf, recordDecision, stale } from "./record-decision.js";

const input = z.object({ id: proposalId, version, reason: motive });
export type RejectProposalInput = z.infer<typeof input>;
type Ports = Pick<BundlePorts, "proposals">;

/** Says no to a proposal; the rules in force stay. */
export const rejectProposal = (ports: Ports): UseCase<RejectProposalInput, Proposal, Proposal> => ({
  name: "compliance.reject-proposal",
  action: "validate",
  input: zodSchema(input),
  load: (ctx, { id }) => loadProposal(ports, ctx, id),
  async handle(ctx, { version: seen, reason }, before) {
    if (before.version !== seen) return stale();
    const after = rejected(before, decisionOf(ctx, reason));
    return after.ok ? recordDecision(ports, ctx, after.value) : after;
  },
});
