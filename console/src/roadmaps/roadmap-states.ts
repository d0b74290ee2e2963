import type { RoadmapData, RoadmapReportsData } from "../generated/operations";
import type { TagState } from "../parts/Tag";

export type RoadmapSheet = NonNullable<RoadmapData["roadmap"]>;
export type RoadmapStateName = RoadmapSheet["state"];
export type DependencyLineRow = RoadmapSheet["content"]["dependencies"][number];
export type ActionRow = RoadmapSheet["content"]["actions"][number];
export type ExitPlanRow = RoadmapSheet["content"]["exitPlans"][number];
export type ScoreRow = NonNullable<DependencyLineRow["score"]>;

const TAGS: Readonly<Record<RoadmapStateName, TagState>> = {
  DRAFT: "plain",
  MINISTRY_VALIDATED: "waiting",
  SUBMITTED: "waiting",
  IN_REVIEW: "waiting",
  RETURNED: "warned",
  ACCEPTED: "active",
  CONSOLIDATED: "active",
  TRACKED: "active",
};
export const roadmapTag = (state: RoadmapStateName): TagState => TAGS[state];

/** Lines can be written while the ministry holds the pen. */
export const isOpen = (state: RoadmapStateName): boolean => state === "DRAFT" || state === "RETURNED";

/** How far actions have come, and exercises held, are told also once the roadmap is accepted. */
export const takesProgress = (state: RoadmapStateName): boolean =>
  isOpen(state) || state === "ACCEPTED" || state === "CONSOLIDATED" || state === "TRACKED";

export type Figures = RoadmapReportsData["roadmapReports"][number]["report"];
