import type { Context } from "../../../../kernel/use-case.js";
import { Table, values } from "../../../../platform/database/table.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import type { Proposal } from "../../../domain/bundles/proposal.js";
import type { ProposalPage, ProposalRepository } from "../../../ports/bundles/proposal-repository.port.js";

const PROPOSALS = new Table<Proposal>("policy_proposal", {
  ...values("id", "organisationId", "digest", "baseDigest", "motive", "state", "proposedBy", "proposedAt", "decidedBy"),
  ...values("decidedAt", "decisionReason", "complianceSigned", "version"),
});
const DECIDED = ["state", "decidedBy", "decidedAt", "decisionReason", "version"] as const;

export class PgProposalRepository implements ProposalRepository {
  insert = (ctx: Context, proposal: Proposal): Promise<void> => PROPOSALS.insert(ctx, proposal);
  find = (ctx: Context, id: string): Promise<Proposal | null> => PROPOSALS.find(ctx, id);
  update = (ctx: Context, proposal: Proposal): Promise<boolean> => PROPOSALS.update(ctx, proposal, DECIDED);

  page(ctx: Context, { states, first, after }: ProposalPage): Promise<readonly Proposal[]> {
    const rest = `WHERE ($1::text[] IS NULL OR state = ANY ($1)) AND ($2::uuid IS NULL OR id < $2)
      ORDER BY id DESC LIMIT $3`;
    return PROPOSALS.select(ctx, rest, [states, after === null ? null : uuidOrNull(after), first + 1]);
  }
}
