import type { Context } from "../../kernel/use-case.js";
import type { MinistryProgress } from "../domain/campaign/campaign-progress.js";

/** One reminder, as it was sent. */
export interface Reminder {
  readonly campaignId: string;
  readonly organisationId: string;
  /** Days before the end that it was due at. */
  readonly days: number;
  readonly sentAt: Date;
  readonly missing: readonly string[];
}

/** Where ministries stand in a campaign, and what they were reminded of. */
export interface CampaignProgress {
  /** By campaign, the ministries that it asks and that the actor may see, in a stable order. */
  ofMinistries(ctx: Context, campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly MinistryProgress[]>>;
  /** False when that reminder went out before. */
  remind(ctx: Context, reminder: Reminder): Promise<boolean>;
}
