import type { SubmissionState } from "../submission/submission-state.js";

/** How far a ministry, with everything below it, is with its answer to a campaign. */
export interface MinistryProgress {
  readonly organisationId: string;
  /** The least advanced of its declarations that are not superseded; null when it has none. */
  readonly declarationState: SubmissionState | null;
  readonly lines: number;
  readonly gpus: number;
  readonly needs: number;
  /** Needs still with the ministry: drafts, returned ones, and those that wait for its validator. */
  readonly pendingNeeds: number;
  readonly acceptedNeeds: number;
  /** Mean share of the fields that declarations and needs fill, 0 to 1. */
  readonly filled: number;
  readonly lastReminderAt: Date | null;
}

const WITH_MINISTRY: readonly SubmissionState[] = ["draft", "returned", "submitted"];

/** Codes of what a ministry has still to do; empty when its answer is with ARIANE whole. */
export function missingOf(progress: MinistryProgress): readonly string[] {
  const { declarationState, needs, pendingNeeds } = progress;
  return [
    ...(declarationState === null ? ["declaration.none"] : []),
    ...(declarationState !== null && WITH_MINISTRY.includes(declarationState)
      ? [`declaration.${declarationState}`]
      : []),
    ...(needs === 0 ? ["need.none"] : []),
    ...(pendingNeeds > 0 ? ["need.pending"] : []),
  ];
}
