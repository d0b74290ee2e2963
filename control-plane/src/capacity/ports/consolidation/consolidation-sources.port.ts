import type { Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { ChoiceFacts } from "../../domain/consolidation/demand/gpu-choice.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";

/** From what the kind of GPU of one need is decided. */
export interface SupplyInReach extends ChoiceFacts {
  /** The body directly below the State that an organisation counts as. */
  readonly ministryId: string;
}

/** Reads all that a consolidation is computed from, as it stands in the context's transaction, in a stable order. */
export interface ConsolidationSources {
  read(ctx: Context, campaign: Campaign): Promise<ConsolidationInput>;
  /** The part of `read` that decides on which kind of GPU a need of this organisation is counted. */
  supplyFor(ctx: Context, campaign: Campaign, organisationId: string): Promise<SupplyInReach>;
}
