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
] as const;
/** What a person does to a submission beside changing its content. */
export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

interface StepRule {
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  /** Right that it takes. */
  readonly right: Action;
  /** The campaign must still take answers; otherwise it only must not be consolidated. */
  readonly whileOpen: boolean;
  /** Whoever has to correct must know why. */
  readonly saysWhy: boolean;
}

/** The whole life of declarations and needs; nothing else decides. Matching by a round and superseding follow `accepted`. */
export const STEP_RULES: Readonly<Record<SubmissionStep, StepRule>> = {
  submit: { from: ["draft", "returned"], to: "submitted", right: "declare", whileOpen: true, saysWhy: false },
  withdraw: { from: ["submitted"], to: "draft", right: "declare", whileOpen: true, saysWhy: false },
  validate: { from: ["submitted"], to: "validated", right: "validate", whileOpen: false, saysWhy: false },
  send_back: { from: ["submitted"], to: "returned", right: "validate", whileOpen: false, saysWhy: true },
  review: { from: ["validated"], to: "reviewed", right: "review", whileOpen: false, saysWhy: false },
  accept: { from: ["reviewed"], to: "accepted", right: "review", whileOpen: false, saysWhy: false },
  refer_back: { from: ["validated", "reviewed"], to: "returned", right: "review", whileOpen: false, saysWhy: true },
};

/** Steps that the state allows, whoever asks. */
export const stepsFrom = (state: SubmissionState): readonly SubmissionStep[] =>
  SUBMISSION_STEPS.filter((step) => STEP_RULES[step].from.includes(state));

/** The next version in another state; who wrote the content stays who declared it. */
export const moved = <S extends Submission>(submission: S, to: S["state"], at: Date): S => ({
  ...submission,
  state: to,
  version: submission.version + 1,
  updatedAt: at,
});
