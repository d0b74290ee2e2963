import type { Context } from "../../kernel/use-case.js";
import type { LineAsk } from "../domain/rounds/round-line.js";

/** A need that a campaign took over, as its consolidation sized it. */
export interface CampaignNeed {
  readonly needId: string;
  readonly organisationId: string;
  readonly useCaseId: string | null;
  readonly title: string;
  readonly gpuType: string;
  readonly labels: readonly string[];
  readonly criticality: number;
  readonly declaredBy: string;
  readonly declaredAt: Date;
  readonly quarters: Readonly<Record<string, LineAsk>>;
}

export interface CampaignNeeds {
  /** Sized needs of a reviewed or published consolidation, by organisation then need; `null` when there is none. */
  ofConsolidation(ctx: Context, consolidationId: string): Promise<readonly CampaignNeed[] | null>;
  /** Whether ARIANE took over this need of this organisation, whatever it got since. */
  isAccepted(ctx: Context, organisationId: string, needId: string): Promise<boolean>;
}
