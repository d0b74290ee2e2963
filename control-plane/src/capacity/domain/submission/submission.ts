import type { Action, SubjectName } from "../../../kernel/use-case.js";
import type { SubmissionState } from "./submission-state.js";

export const SUBMISSION_TARGETS = ["declaration", "need"] as const;
/** What a ministry answers a campaign with. */
export type SubmissionTarget = (typeof SUBMISSION_TARGETS)[number];

/** What declarations and needs have in common. */
export interface Submission {
  readonly id: string;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly state: SubmissionState;
  readonly declaredBy: string;
  readonly updatedAt: Date;
  readonly version: number;
}

/** One step of a submission's life; append-only. */
export interface SubmissionEvent {
  readonly id: string;
  readonly target: SubmissionTarget;
  readonly submissionId: string;
  readonly organisationId: string;
  readonly at: Date;
  /** `null` for the creation; the same as `to` for a change of content. */
  readonly from: SubmissionState | null;
  readonly to: SubmissionState;
  readonly version: number;
  readonly by: string;
  readonly reason: string | null;
}

/** A remark on a version, on one of its lines or fields where it says so. */
export interface SubmissionComment {
  readonly id: string;
  readonly target: SubmissionTarget;
  readonly submissionId: string;
  readonly organisationId: string;
  readonly at: Date;
  readonly by: string;
  readonly version: number;
  /** Reference of a line. */
  readonly line: string | null;
  /** Key of a field of the template. */
  readonly field: string | null;
  readonly body: string;
}

export const SUBJECTS: Readonly<Record<SubmissionTarget, SubjectName>> = {
  declaration: "CapacityDeclaration",
  need: "CapacityNeed",
};

export const SUBMISSION_STEPS = [
  "submit",
  "withdraw",
  "validate",
  "send_back",
  "review",
  "accept",
  "refer_back",
  "match",
  "match_partially",
  "leave_unmet",
] as const;
/** What a person does to a submission beside changing its content. */
export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

interface StepRule {
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  /** Right that it takes. */
  readonly right: Action;
  /** What the campaign must be: taking answers, not consolidated yet, or anything. */
  readonly campaign: "open" | "running" | "any";
  /** Whoever has to correct, or to do without, must know why. */
  readonly saysWhy: boolean;
  readonly targets: readonly SubmissionTarget[];
}

const BOTH: readonly SubmissionTarget[] = SUBMISSION_TARGETS;
const MATCHABLE: readonly SubmissionState[] = ["accepted", "matched", "partially_matched", "unmet"];
const matching = (to: SubmissionState): StepRule => ({
  from: MATCHABLE,
  to,
  right: "review",
  campaign: "any",
  saysWhy: true,
  targets: ["need"],
});
const step = (
  from: readonly SubmissionState[],
  to: SubmissionState,
  right: Action,
  campaign: "open" | "running",
  saysWhy = false,
): StepRule => ({ from, to, right, campaign, saysWhy, targets: BOTH });

/** The whole life of declarations and needs; nothing else decides. Superseding follows `accept` by itself. */
export const STEP_RULES: Readonly<Record<SubmissionStep, StepRule>> = {
  submit: step(["draft", "returned"], "submitted", "declare", "open"),
  withdraw: step(["submitted"], "draft", "declare", "open"),
  validate: step(["submitted"], "validated", "validate", "running"),
  send_back: step(["submitted"], "returned", "validate", "running", true),
  review: step(["validated"], "reviewed", "review", "running"),
  accept: step(["reviewed"], "accepted", "review", "running"),
  refer_back: step(["validated", "reviewed"], "returned", "review", "running", true),
  match: matching("matched"),
  match_partially: matching("partially_matched"),
  leave_unmet: matching("unmet"),
};

/** Steps that the state allows, whoever asks. */
export const stepsFrom = (target: SubmissionTarget, state: SubmissionState): readonly SubmissionStep[] =>
  SUBMISSION_STEPS.filter((step) => STEP_RULES[step].targets.includes(target) && STEP_RULES[step].from.includes(state));

/** The next version in another state; who wrote the content stays who declared it. */
export const moved = <S extends Submission>(submission: S, to: S["state"], at: Date): S => ({
  ...submission,
  state: to,
  version: submission.version + 1,
  updatedAt: at,
});
