import { conflict, notFound } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";

export const REVIEW_OPINIONS = ["favourable", "with_reserves", "unfavourable"] as const;
export type ReviewOpinion = (typeof REVIEW_OPINIONS)[number];
/** `open` while a condition waits; `superseded` once a later review of the use case stands. */
export const REVIEW_STATES = ["open", "settled", "superseded"] as const;

export interface ReviewCondition {
  readonly id: string;
  readonly text: string;
  readonly dueOn: Day;
  /** What shows that it is met, and who found so; `null` while it waits. */
  readonly met: { readonly on: Day; readonly by: string; readonly proof: string } | null;
}

/** What the compliance cell thinks of a use case, and on which conditions. */
export interface Review extends DeskRecord {
  readonly useCaseId: string;
  readonly opinion: ReviewOpinion;
  readonly summary: string;
  readonly conditions: readonly ReviewCondition[];
  readonly state: (typeof REVIEW_STATES)[number];
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}

/**
 * Why the opinion that stands keeps a use case from going on: it is unfavourable, or a condition of it is past its day.
 * @param reviews of one use case, in any order
 */
export function obstacleOf(reviews: readonly Review[], today: Day): "review.unfavourable" | "review.overdue" | null {
  const standing = reviews.find(({ state }) => state !== "superseded");
  if (standing === undefined) return null;
  if (standing.opinion === "unfavourable") return "review.unfavourable";
  const due = nextDueOn(standing);
  return due !== null && due < today ? "review.overdue" : null;
}

/** The state that conditions make: nothing waits, or something does. */
export const stateOf = (conditions: readonly ReviewCondition[]): "open" | "settled" =>
  conditions.every(({ met }) => met !== null) ? "settled" : "open";

/** Soonest day of a condition that waits; `null` when none does. */
export const nextDueOn = ({ state, conditions }: Pick<Review, "state" | "conditions">): Day | null =>
  state === "open"
    ? (conditions
        .filter(({ met }) => met === null)
        .map(({ dueOn }) => dueOn)
        .sort()[0] ?? null)
    : null;

/** Takes note that a condition is met. */
export function conditionMet(
  review: Review,
  conditionId: string,
  met: NonNullable<ReviewCondition["met"]>,
): Result<Review> {
  if (review.state === "superseded")
    return refuse(conflict("review.superseded", "A later review of this use case stands."));
  const condition = review.conditions.find(({ id }) => id === conditionId);
  if (condition === undefined) return refuse(notFound("review_condition", conditionId));
  if (condition.met !== null) return refuse(conflict("review.condition_met", "That condition is met already."));
  const conditions = review.conditions.map((each) => (each.id === conditionId ? { ...each, met } : each));
  return ok(next(review, { conditions, state: stateOf(conditions) }));
}
