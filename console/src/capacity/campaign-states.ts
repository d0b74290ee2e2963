import type {
  CampaignData,
  CampaignDeclarationsData,
  CampaignState,
  DeclarationData,
  NeedData,
  SubmissionState,
  ConsolidationData,
} from "../generated/operations";
import type { TagState } from "../parts/Tag";

export type CampaignSheet = NonNullable<CampaignData["campaign"]>;
export type DeclarationRow = CampaignDeclarationsData["capacityDeclarations"]["edges"][number]["node"];
export type DeclarationSheet = NonNullable<DeclarationData["capacityDeclaration"]>;
export type NeedSheet = NonNullable<NeedData["capacityNeed"]>;
export type Completeness = CampaignSheet["completeness"][number];

const CAMPAIGN_TAGS: Readonly<Record<CampaignState, TagState>> = {
  DRAFT: "plain",
  OPEN: "active",
  CLOSED: "suspended",
  CONSOLIDATED: "active",
};
export const campaignTag = (state: CampaignState): TagState => CAMPAIGN_TAGS[state];

const SUBMISSION_TAGS: Readonly<Record<SubmissionState, TagState>> = {
  DRAFT: "plain",
  SUBMITTED: "waiting",
  VALIDATED: "waiting",
  REVIEWED: "waiting",
  RETURNED: "warned",
  ACCEPTED: "active",
  MATCHED: "active",
  PARTIALLY_MATCHED: "warned",
  UNMET: "refused",
  SUPERSEDED: "plain",
};
export const submissionTag = (state: SubmissionState): TagState => SUBMISSION_TAGS[state];

/** The ministry holds the pen. */
export const isEditable = (state: SubmissionState): boolean => state === "DRAFT" || state === "RETURNED";

/** States that may follow, as the control plane allows them; the act that ends a campaign follows a consolidation. */
export const CAMPAIGN_STEPS: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  DRAFT: ["OPEN"],
  OPEN: ["CLOSED"],
  CLOSED: ["OPEN", "CONSOLIDATED"],
  CONSOLIDATED: [],
};

export type ConsolidationSheet = NonNullable<ConsolidationData["consolidation"]>;
