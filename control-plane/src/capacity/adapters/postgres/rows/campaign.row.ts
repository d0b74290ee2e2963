import type { Campaign, CampaignKind, CampaignState } from "../../../domain/campaign/campaign.js";
import type { Quarter } from "../../../domain/campaign/quarter.js";

export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly state: CampaignState;
  readonly opens_at: Date;
  readonly closes_at: Date;
  readonly scope: string[];
  readonly template_version: number;
  readonly quarters: Quarter[];
  readonly reminder_days: number[];
  readonly created_by: string;
  readonly created_at: Date;
  readonly version: number;
}

export const CAMPAIGN_COLUMNS = [
  "id",
  "name",
  "kind",
  "state",
  "opens_at",
  "closes_at",
  "scope",
  "template_version",
  "quarters",
  "reminder_days",
  "created_by",
  "created_at",
  "version",
] as const satisfies readonly (keyof CampaignRow)[];

export const campaignFromRow = (row: CampaignRow): Campaign => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  state: row.state,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  scope: row.scope,
  templateVersion: row.template_version,
  quarters: row.quarters,
  reminderDays: row.reminder_days,
  createdBy: row.created_by,
  createdAt: row.created_at,
  version: row.version,
});

/** Values in the order of `CAMPAIGN_COLUMNS`. */
export const campaignValues = (campaign: Campaign): readonly unknown[] => [
  campaign.id,
  campaign.name,
  campaign.kind,
  campaign.state,
  campaign.opensAt,
  campaign.closesAt,
  campaign.scope,
  campaign.templateVersion,
  campaign.quarters,
  campaign.reminderDays,
  campaign.createdBy,
  campaign.createdAt,
  campaign.version,
];
