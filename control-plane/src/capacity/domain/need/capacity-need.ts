import type { DataLabel } from "@socle/contracts";
import type { Quarter } from "../campaign/quarter.js";
import type { SubmissionState } from "../submission/submission-state.js";

export const NEED_PROFILES = ["interactive", "batch", "training"] as const;
/** How the GPUs would be used. */
export type NeedProfile = (typeof NEED_PROFILES)[number];

export const FIGURE_ORIGINS = ["declared", "measured", "estimated"] as const;
export type FigureOrigin = (typeof FIGURE_ORIGINS)[number];

/** 1 is served first. */
export type Criticality = 1 | 2 | 3 | 4;

/** What a quarter asks for: requests a day, or GPU-hours of the quarter when the profile is `training`. */
export interface NeedQuantity {
  readonly quarter: Quarter;
  readonly low: number;
  /** Between the two others. */
  readonly likely: number;
  readonly high: number;
}

/** What a ministry says of a need. Bounds, words and columns: `template/need-template.ts`. Null: not told. */
export interface NeedContent {
  /** The ministry's own name for it, one in its campaign; what an import matches. */
  readonly reference: string;
  readonly title: string;
  /** Slug of the use case it is for; null while it has none. */
  readonly useCase: string | null;
  readonly profile: NeedProfile;
  /** Name or alias of a model, or a class of capability. */
  readonly model: string;
  readonly labels: readonly DataLabel[];
  readonly criticality: Criticality;
  readonly users: number | null;
  /** Requests at once at the worst moment; takes precedence over `peakHourPercent` when told. */
  readonly peakConcurrency: number | null;
  /** Part of a day's requests that falls in its busiest hour, 0 to 100. */
  readonly peakHourPercent: number;
  /** Tokens of one request: mean, and 95th percentile. */
  readonly inputTokens: number;
  readonly inputTokensP95: number | null;
  readonly outputTokens: number;
  readonly outputTokensP95: number | null;
  readonly contextMax: number | null;
  /** Targets at the 95th percentile, in milliseconds: time to the first token, time between two. */
  readonly ttftTargetMs: number | null;
  readonly itlTargetMs: number | null;
  /** Share of the time in which it must answer, 0 to 100. */
  readonly availabilityPercent: number | null;
  /** Part that may run at night, 0 to 100. */
  readonly batchablePercent: number;
  readonly figures: FigureOrigin;
  readonly fundingLine: string | null;
  readonly justification: string;
  /** One for each quarter of the campaign, in order. */
  readonly quantities: readonly NeedQuantity[];
}

/** A need of one use case in one campaign. */
export interface CapacityNeed extends NeedContent {
  readonly id: string;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly state: SubmissionState;
  /** Reference of whoever wrote the present version: may not validate it. */
  readonly declaredBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  /** Share of the template's fields that it fills, 0 to 1. */
  readonly completeness: number;
}
