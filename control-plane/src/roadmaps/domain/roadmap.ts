import type { Dependency, DependencyDomain } from "./dependency.js";
import type { ExitPlan } from "./exit-plan.js";
import type { RoadmapAction } from "./roadmap-action.js";

export const ROADMAP_STATES = [
  "draft",
  "ministry_validated",
  "submitted",
  "in_review",
  "returned",
  "accepted",
  "consolidated",
  "tracked",
] as const;
export type RoadmapState = (typeof ROADMAP_STATES)[number];

/** A ministry's plan to depend less, for one exercise of the consolidation. */
export interface Roadmap {
  readonly id: string;
  readonly organisationId: string;
  /** The year whose end consolidates it. */
  readonly year: number;
  readonly state: RoadmapState;
  /** Who wrote the present version; somebody else validates it. */
  readonly declaredBy: string;
  readonly submittedAt: Date | null;
  readonly version: number;
}

/** What a ministry plans to spend in a domain in one year. */
export interface PlannedSpend {
  readonly year: number;
  readonly domain: DependencyDomain;
  /** Whole euros. */
  readonly euros: number;
}

/** Where a ministry means to be at the end of a year, in percent. */
export interface TrajectoryPoint {
  readonly year: number;
  readonly sovereignUsersPct: number;
  readonly sensitiveOnQualifiedPct: number;
}

/** Everything that a roadmap says, beside its state. */
export interface RoadmapContent {
  readonly dependencies: readonly Dependency[];
  readonly actions: readonly RoadmapAction[];
  readonly exitPlans: readonly ExitPlan[];
  readonly plannedSpend: readonly PlannedSpend[];
  readonly trajectory: readonly TrajectoryPoint[];
}

export const emptyContent: RoadmapContent = {
  dependencies: [],
  actions: [],
  exitPlans: [],
  plannedSpend: [],
  trajectory: [],
};

/** A step of its life, or a remark of a reviewer, which leaves the state as it is. */
export interface RoadmapEvent {
  readonly id: string;
  readonly roadmapId: string;
  readonly organisationId: string;
  readonly at: Date;
  readonly from: RoadmapState;
  readonly to: RoadmapState;
  readonly by: string;
  readonly reason: string;
}
