import type {
  AssessmentStanding,
  AssessmentState,
  DerogationStanding,
  IncidentState,
  NotificationClockState,
  OpinionState,
  QuestionState,
  ReviewOpinion,
  UseCaseComplianceData,
  DerogationData,
  CommitteeOpinionsData,
} from "../generated/operations";
import type { TagState } from "../parts/Tag";

export const STANDING_TAG: Readonly<Record<DerogationStanding, TagState>> = {
  REQUESTED: "waiting",
  ENDORSED: "waiting",
  PLANNED: "plain",
  ACTIVE: "active",
  EXPIRED: "plain",
  REFUSED: "refused",
  WITHDRAWN: "plain",
  REVOKED: "refused",
};
export const QUESTION_TAG: Readonly<Record<QuestionState, TagState>> = {
  OPEN: "waiting",
  ANSWERED: "active",
  PUBLISHED: "plain",
};
export const OPINION_TAG: Readonly<Record<OpinionState, TagState>> = {
  DRAFT: "waiting",
  ADOPTED: "plain",
  PUBLISHED: "active",
};
export const REVIEW_TAG: Readonly<Record<ReviewOpinion, TagState>> = {
  FAVOURABLE: "active",
  WITH_RESERVES: "warned",
  UNFAVOURABLE: "refused",
};
export const INCIDENT_TAG: Readonly<Record<IncidentState, TagState>> = {
  REPORTED: "waiting",
  OPEN: "refused",
  INVESTIGATING: "waiting",
  MITIGATED: "warned",
  CLOSED: "plain",
};
export const CLOCK_TAG: Readonly<Record<NotificationClockState, TagState>> = {
  NONE: "plain",
  RUNNING: "expiring",
  OVERDUE: "refused",
  NOTIFIED: "active",
  NOTIFIED_LATE: "warned",
};
export const EDITION_TAG: Readonly<Record<AssessmentState, TagState>> = {
  DRAFT: "waiting",
  DONE: "active",
  TO_REVIEW: "warned",
  SUPERSEDED: "plain",
};
export const ASSESSMENT_TAG: Readonly<Record<AssessmentStanding, TagState>> = {
  NOT_REQUIRED: "plain",
  REQUIRED: "refused",
  IN_PROGRESS: "waiting",
  DONE: "active",
  TO_REVIEW: "warned",
  RECORDED: "active",
};

export type ComplianceSheet = NonNullable<UseCaseComplianceData["useCase"]>;

export type DerogationSheet = NonNullable<DerogationData["derogation"]>;

export type OpinionRow = CommitteeOpinionsData["committeeOpinions"]["edges"][number]["node"];
