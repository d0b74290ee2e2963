import type { Condition } from "../../../kernel/refusal.js";
import type { Campaign } from "../campaign/campaign.js";
import { answersTaken } from "../campaign/campaign-life.js";
import { isEditable, type SubmissionState } from "./submission-state.js";
import { STEP_RULES, type Submission, type SubmissionStep, type SubmissionTarget } from "./submission.js";

/** What a guard may look at. */
export interface StepFacts {
  readonly target: SubmissionTarget;
  readonly submission: Submission;
  readonly campaign: Campaign;
  readonly reason: string | null;
  readonly at: Date;
}

/** Every condition of a step as it stands, met or not. What only declarations ask for: `declaration-guards.ts`. */
export function stepConditions(step: SubmissionStep, facts: StepFacts): readonly Condition[] {
  const { target, submission, campaign, reason, at } = facts;
  const rule = STEP_RULES[step];
  const conditions: Condition[] = [
    {
      code: "submission.state",
      met: rule.targets.includes(target) && rule.from.includes(submission.state),
      message: `It is a ${rule.targets.join(" or ")} that is ${rule.from.join(" or ")}; it is ${submission.state}.`,
    },
  ];
  if (rule.campaign === "open") conditions.push(answersTaken(campaign, at));
  if (rule.campaign === "running") conditions.push(notConsolidated(campaign));
  if (rule.saysWhy) {
    conditions.push({
      code: "submission.reason",
      met: (reason ?? "").trim().length >= 10,
      message: "What is to be corrected is said in at least 10 characters.",
    });
  }
  return conditions;
}

const notConsolidated = ({ state }: Campaign): Condition => ({
  code: "campaign.not_consolidated",
  met: state === "open" || state === "closed",
  message: "Its campaign is not consolidated yet.",
});

/** Content may change: the submission is a draft or came back. */
export const editable = (submission: Submission): Condition => ({
  code: "submission.editable",
  met: isEditable(submission.state),
  message: `It is a draft or was returned; it is ${submission.state}.`,
});

/** Steps by which an allocation says what a need got. */
export type MatchingStep = Extract<SubmissionStep, "match" | "match_partially" | "leave_unmet">;

/** How much a need got, from nothing said yet to all of it. */
const GOT: Readonly<Partial<Record<SubmissionState, number>>> = { unmet: 1, partially_matched: 2, matched: 3 };

/** Whether a step says that a need got more than it was told before. */
export const raises = (step: MatchingStep, before: SubmissionState): boolean =>
  (GOT[STEP_RULES[step].to] ?? 0) > (GOT[before] ?? 0);
