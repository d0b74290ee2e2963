import type { Day } from "../calendar-day.js";
import type { Assessment, AssessmentKind } from "./assessment.js";

/** What says which assessments a use case needs. */
export interface AssessedFacts {
  readonly labels: readonly string[];
  /** `null` before the screening. */
  readonly aiActClass: string | null;
  readonly staffEffect: string;
  /** Kinds that the registry holds already, whoever recorded them. */
  readonly held: readonly AssessmentKind[];
}

const PERSONAL: readonly string[] = ["personal", "special_category", "health"];

const REQUIRED: Readonly<Record<AssessmentKind, (facts: AssessedFacts) => boolean>> = {
  ai_act_screening: () => true,
  fria: ({ aiActClass }) => aiActClass === "high",
  dpia: ({ labels }) => labels.some((label) => PERSONAL.includes(label)),
  sren: ({ labels }) => labels.some((label) => label !== "public"),
  homologation: () => true,
  staff_consultation: ({ staffEffect, aiActClass }) => staffEffect !== "none" || aiActClass === "high",
};

export const ASSESSMENT_STANDINGS = [
  "not_required",
  "required",
  "in_progress",
  "done",
  "to_review",
  "recorded",
] as const;
/** `recorded`: the registry has the piece, no edition of the desk stands behind it. */
export type AssessmentStanding = (typeof ASSESSMENT_STANDINGS)[number];

/** How one kind stands on a use case. @param editions of that kind */
export function standingOf(
  kind: AssessmentKind,
  facts: AssessedFacts,
  editions: readonly Assessment[],
  today: Day,
): AssessmentStanding {
  if (editions.some(({ state }) => state === "draft")) return "in_progress";
  const last = editions.find(({ state }) => state === "done" || state === "to_review");
  if (last !== undefined) {
    const past = last.reviewOn !== null && last.reviewOn <= today;
    return last.state === "to_review" || past ? "to_review" : "done";
  }
  if (facts.held.includes(kind)) return "recorded";
  return REQUIRED[kind](facts) ? "required" : "not_required";
}
