import { needsExitPlan } from "../dependency.js";
import { lastExercise } from "../exit-plan.js";
import { blockedBecause, isLate } from "../roadmap-action.js";
import type { RoadmapState } from "../roadmap.js";
import { sovereigntyScore, type SovereigntyFramework } from "../sovereignty-score.js";
import type { MinistryRoadmap } from "./consolidation-input.js";

export interface MinistryStatus {
  readonly organisationId: string;
  readonly organisationName: string;
  /** Null when no roadmap was opened. */
  readonly state: RoadmapState | null;
  /** Submitted after the deadline, or not yet although it has passed. */
  readonly late: boolean;
  readonly dependencies: number;
  readonly euros: number;
}

/** Something of one ministry that somebody has to look at. */
export interface FollowUp {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly what: string;
  readonly why: string;
}

export interface SealCount {
  /** 0 to 4; null for lines without an assessment. */
  readonly seal: number | null;
  readonly lines: number;
  readonly euros: number;
}

/** @param deadline end of the day by which roadmaps are due */
export function statusOf(ministry: MinistryRoadmap, deadline: Date, now: Date): MinistryStatus {
  const { organisationId, organisationName, roadmap, content } = ministry;
  const submitted = roadmap?.submittedAt ?? null;
  return {
    organisationId,
    organisationName,
    state: roadmap?.state ?? null,
    late: (submitted ?? now) > deadline,
    dependencies: content.dependencies.length,
    euros: content.dependencies.reduce((sum, { annualCostEuros }) => sum + annualCostEuros, 0),
  };
}

export const blockedActions = (ministries: readonly MinistryRoadmap[], today: string): readonly FollowUp[] =>
  ministries.flatMap(({ organisationId, organisationName, content }) => {
    const all = new Map(content.actions.map((action) => [action.id, action]));
    return content.actions.flatMap((action) => {
      const why = blockedBecause(action, all) ?? (isLate(action, today) ? "late" : null);
      return why === null ? [] : [{ organisationId, organisationName, what: action.title, why }];
    });
  });

/** Exit plans that nobody ever tried, and essential products that have none. */
export const untriedExits = (ministries: readonly MinistryRoadmap[]): readonly FollowUp[] =>
  ministries.flatMap(({ organisationId, organisationName, content }) => {
    const plans = new Map(content.exitPlans.map((plan) => [plan.dependencyId, plan]));
    return content.dependencies.flatMap((line) => {
      const plan = plans.get(line.id);
      const why =
        plan === undefined ? needsExitPlan(line) && "no_plan" : lastExercise(plan) === null && "never_exercised";
      return why === false ? [] : [{ organisationId, organisationName, what: line.product, why }];
    });
  });

export function sealDistribution(
  ministries: readonly MinistryRoadmap[],
  framework: SovereigntyFramework,
): readonly SealCount[] {
  const lines = ministries.flatMap(({ content }) => content.dependencies);
  const graded = lines.map((line) => ({ line, seal: sovereigntyScore(line.sovereignty, framework)?.seal ?? null }));
  return [0, 1, 2, 3, 4, null].map((seal) => {
    const of = graded.filter((each) => each.seal === seal);
    return { seal, lines: of.length, euros: of.reduce((sum, { line }) => sum + line.annualCostEuros, 0) };
  });
}
