/** States that declarations and needs share; the last three but one are a need's alone, given by allocation. */
export const SUBMISSION_STATES = [
  "draft",
  "submitted",
  "returned",
  "validated",
  "reviewed",
  "accepted",
  "matched",
  "partially_matched",
  "unmet",
  "superseded",
] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Content may change. */
export const isEditable = (state: SubmissionState): boolean => state === "draft" || state === "returned";
