import type { AssessmentKind } from "../../../../domain/desk/assessments/assessment.js";
import type { DraftAssessmentFields } from "./assessment.inputs.js";

type AnswersField = "screening" | "fria" | "dpia" | "sren" | "homologation" | "consultation";
const KIND_OF: Readonly<Record<AnswersField, AssessmentKind>> = {
  screening: "ai_act_screening",
  fria: "fria",
  dpia: "dpia",
  sren: "sren",
  homologation: "homologation",
  consultation: "staff_consultation",
};

/** Fields that may be left out, which the answers keep as `null`. */
const OPTIONAL: Readonly<Record<AnswersField, readonly string[]>> = {
  screening: ["prohibitedPractice", "annexIii", "article63", "article63Reason"],
  fria: ["notifiedOn"],
  dpia: ["doneOn", "dpoOpinion", "summary", "url"],
  sren: [],
  homologation: ["reserves"],
  consultation: ["consultedOn"],
};

interface Answers {
  /** `null` when no kind was given, or several: the use case then refuses the input. */
  readonly kind: AssessmentKind | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The one kind of answers that was given, as the use case takes it. */
export function answersOf(input: DraftAssessmentFields): Answers {
  const given = (Object.keys(KIND_OF) as AnswersField[]).filter((field) => input[field] != null);
  const [field] = given;
  if (given.length !== 1 || field === undefined) return { kind: null, answers: {} };
  const absent = Object.fromEntries(OPTIONAL[field].map((name) => [name, null]));
  return { kind: KIND_OF[field], answers: { ...absent, ...input[field] } };
}
