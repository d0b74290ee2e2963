import type { Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";

/** Reads all that a consolidation is computed from, as it stands in the context's transaction, in a stable order. */
export interface ConsolidationSources {
  read(ctx: Context, campaign: Campaign): Promise<ConsolidationInput>;
}
