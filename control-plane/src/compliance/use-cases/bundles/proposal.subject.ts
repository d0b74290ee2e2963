import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Subject } from "../../../kernel/use-case.js";
import type { Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";

export type Loaded = Promise<Result<{ readonly subject: Subject; readonly loaded: Proposal }>>;

/** A proposal as what somebody acts on: its author is who declared it, and does not decide on it. */
export async function loadProposal({ proposals }: Pick<BundlePorts, "proposals">, ctx: Context, id: string): Loaded {
  const proposal = await proposals.find(ctx, id);
  if (proposal === null) return refuse(notFound("policy_proposal", id));
  const { organisationId, proposedBy: declaredBy, state } = proposal;
  return ok({ subject: { name: "PolicyBundle", id, organisationId, declaredBy, state }, loaded: proposal });
}
