import { GraphQLError } from "graphql";
import type { AssessmentKind } from "../../../domain/desk/assessments/assessment.js";
import type { DraftAssessmentFields } from "./assessment.inputs.js";

type AnswersField = "screening" | "fria" | "dpia" | "sren" | "homologation";
const KIND_OF: Readonly<Record<AnswersField, AssessmentKind>> = {
  screening: "ai_act_screening",
  fria: "fria",
  dpia: "dpia",
  sren: "sren",
  homologation: "homologation",
};

/** Fields that may be left out, which the answers keep as `null`. */
const OPTIONAL: Readonly<Record<AnswersField, readonly string[]>> = {
  screening: ["prohibitedPractice", "annexIii", "article63", "article63Reason"],
  fria: ["notifiedOn"],
  dpia: ["doneOn", "dpoOpinion", "summary", "url"],
  sren: [],
  homologation: ["reserves"],
};

/** The one kind of answers that was given, as the use case takes it; none or several is the caller's mistake. */
export function answersOf(input: DraftAssessmentFields): { kind: AssessmentKind; answers: Record<string, unknown> } {
  const given = (Object.keys(KIND_OF) as AnswersField[]).filter((field) => input[field] != null);
  const [field] = given;
  if (given.length !== 1 || field === undefined)
    throw new GraphQLError("Give the answers of exactly one kind of assessment.", {
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  const absent = Object.fromEntries(OPTIONAL[field].map((name) => [name, null]));
  return { kind: KIND_OF[field], answers: { ...absent, ...input[field] } };
}
