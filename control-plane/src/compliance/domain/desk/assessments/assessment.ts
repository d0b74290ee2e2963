import { conflict } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";

export const ASSESSMENT_KINDS = [
  "ai_act_screening",
  "fria",
  "dpia",
  "sren",
  "homologation",
  "staff_consultation",
] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

export const ASSESSMENT_STATES = ["draft", "done", "to_review", "superseded"] as const;

/**
 * One edition of an assessment of a use case. It is drafted, concluded by somebody else, and never changed afterwards: a
 * later edition supersedes it.
 */
export interface Assessment extends DeskRecord {
  readonly useCaseId: string;
  readonly kind: AssessmentKind;
  /** 1 for the first of its kind on the use case. */
  readonly edition: number;
  /** By kind, see `answers.ts`. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Number or address of the document. */
  readonly reference: string;
  readonly state: (typeof ASSESSMENT_STATES)[number];
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly concludedBy: string | null;
  readonly concludedAt: Date | null;
  /** First day on which it no longer holds unless it is done again; `null` for none. */
  readonly reviewOn: Day | null;
  readonly reviewReason: string | null;
}

type Draft = Pick<Assessment, "answers" | "reference" | "draftedBy" | "reviewOn">;

export const redrafted = (assessment: Assessment, draft: Draft): Result<Assessment> =>
  assessment.state === "draft"
    ? ok(next(assessment, draft))
    : refuse(conflict("assessment.concluded", "This edition is concluded; draft the next one."));

/** @param by somebody else than who drafted it, which the role matrix asks for */
export const concluded = (assessment: Assessment, by: string, at: Date): Result<Assessment> =>
  assessment.state === "draft"
    ? ok(next(assessment, { state: "done", concludedBy: by, concludedAt: at }))
    : refuse(conflict("assessment.concluded", "This edition is concluded already."));

/** The compliance cell finds that an edition no longer says enough. */
export const questioned = (assessment: Assessment, reason: string): Result<Assessment> =>
  assessment.state === "done"
    ? ok(next(assessment, { state: "to_review", reviewReason: reason }))
    : refuse(conflict("assessment.not_done", `An edition that is ${assessment.state} is not questioned.`));

/**
 * Kinds whose edition that stands holds no longer: questioned by the compliance cell, or past its day.
 * @param editions of one use case, in any order
 */
export const lapsedKinds = (editions: readonly Assessment[], today: Day): readonly AssessmentKind[] =>
  editions
    .filter(
      ({ state, reviewOn }) => state === "to_review" || (state === "done" && reviewOn !== null && reviewOn <= today),
    )
    .map(({ kind }) => kind);

export const superseded = (assessment: Assessment): Assessment => next(assessment, { state: "superseded" });
