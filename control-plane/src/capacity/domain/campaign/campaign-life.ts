import type { Condition } from "../../../kernel/refusal.js";
import type { Campaign, CampaignState } from "./campaign.js";

/** States that may follow each; a closed campaign opens again when its end is moved. */
export const CAMPAIGN_STEPS: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ["open"],
  open: ["closed"],
  closed: ["open", "consolidated"],
  consolidated: [],
};

/** Ministries may write: the campaign is open and its dates hold, whatever a late clock has not closed yet. */
export const answersTaken = (campaign: Campaign, at: Date): Condition => ({
  code: "campaign.open",
  met: campaign.state === "open" && campaign.opensAt <= at && at < campaign.closesAt,
  message: `The campaign takes answers from ${day(campaign.opensAt)} until ${day(campaign.closesAt)}; it is ${campaign.state}.`,
});

const day = (at: Date): string => at.toISOString().slice(0, 16).replace("T", " ");

/** Conditions of a step to `to` that a person takes, as they stand. */
export function campaignConditions(campaign: Campaign, to: CampaignState, at: Date): readonly Condition[] {
  const follows = {
    code: "campaign.state",
    met: CAMPAIGN_STEPS[campaign.state].includes(to),
    message: `After ${campaign.state} comes ${CAMPAIGN_STEPS[campaign.state].join(" or ") || "nothing"}.`,
  };
  const ahead = {
    code: "campaign.end_ahead",
    met: at < campaign.closesAt && campaign.opensAt < campaign.closesAt,
    message: "Its end is still to come, and after its beginning.",
  };
  const published = {
    code: "campaign.by_publication",
    met: campaign.kind !== "capacity",
    message: "Capacities and needs are consolidated by publishing their consolidation.",
  };
  return { open: [follows, ahead], consolidated: [follows, published], draft: [follows], closed: [follows] }[to];
}

/** Days left until the end, rounded up; 0 when it has passed. */
export const daysLeft = (campaign: Campaign, at: Date): number =>
  Math.max(0, Math.ceil((campaign.closesAt.getTime() - at.getTime()) / 86_400_000));

/** The reminder that is due: the smallest number of days that is not passed yet, or null before the first. */
export function dueReminder(campaign: Campaign, at: Date): number | null {
  if (campaign.state !== "open" || at < campaign.opensAt || at >= campaign.closesAt) return null;
  const left = daysLeft(campaign, at);
  const due = campaign.reminderDays.filter((days) => left <= days);
  return due.length === 0 ? null : Math.min(...due);
}
