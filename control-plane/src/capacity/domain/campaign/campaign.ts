import type { Quarter } from "./quarter.js";

export const CAMPAIGN_KINDS = ["capacity", "roadmap", "training", "use_cases"] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_STATES = ["draft", "open", "closed", "consolidated"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** A collection that ministries answer between two dates. Belongs to the whole platform; only ARIANE sees drafts. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly state: CampaignState;
  /** First instant at which ministries may answer. */
  readonly opensAt: Date;
  /** First instant at which they may not any more; asked again at each write, whatever the state says. */
  readonly closesAt: Date;
  /** Organisations that are asked, each with what stands below it; empty for all. */
  readonly scope: readonly string[];
  /** Version of the templates of declarations and needs: `template/templates.ts`. */
  readonly templateVersion: number;
  /** Needs are given for each of these, consecutive, in order. */
  readonly quarters: readonly Quarter[];
  /** Reminders go out this many days before the end, to those who have not finished. */
  readonly reminderDays: readonly number[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
}
