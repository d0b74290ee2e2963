import type { Context } from "../../../kernel/use-case.js";
import type { Proposal, ProposalState } from "../../domain/bundles/proposal.js";

export interface ProposalPage {
  /** `null` for all. */
  readonly states: readonly ProposalState[] | null;
  readonly first: number;
  /** Id of the proposal before. */
  readonly after: string | null;
}

export interface ProposalRepository {
  insert(ctx: Context, proposal: Proposal): Promise<void>;
  find(ctx: Context, id: string): Promise<Proposal | null>;
  /** Writes a version over the one before it; false when that is not what is there. */
  update(ctx: Context, proposal: Proposal): Promise<boolean>;
  /** Newest first; one more than asked for when there are more. */
  page(ctx: Context, page: ProposalPage): Promise<readonly Proposal[]>;
}
