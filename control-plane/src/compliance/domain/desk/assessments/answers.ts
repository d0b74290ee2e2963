import { z } from "zod";
import { isDay } from "../calendar-day.js";
import type { AssessmentKind } from "./assessment.js";

const text = z.string().trim().min(3).max(4000);
const day = z.string().refine(isDay, "A day that exists, as 2026-09-30.");
/** A value of the registry's own closed lists, which checks it when the conclusion is put on the use case. */
const listed = z.string().regex(/^[a-z0-9_]{1,60}$/, "One of the values of the list.");

/** AI Act: who the body is, what the system does, and the class that follows. */
const screening = z
  .strictObject({
    role: listed,
    prohibitedPractice: listed.nullable(),
    /** Not asked in screenings from before it was. */
    annexI: z.boolean().nullish(),
    annexIii: listed.nullable(),
    article63: listed.nullable(),
    article63Reason: text.nullable(),
    profiling: z.boolean(),
    facesUsers: z.boolean(),
    generatesContent: z.boolean(),
    recognisesPeople: z.boolean(),
    reasoning: text,
  })
  .refine(({ article63, article63Reason }) => (article63 === null) === (article63Reason === null), {
    path: ["article63Reason"],
    message: "A ground of article 6(3) comes with its reason, and only then.",
  })
  .refine(({ article63, annexIii }) => article63 === null || annexIii !== null, {
    path: ["article63"],
    message: "Article 6(3) excepts from a point of annex III: name it.",
  })
  .refine(({ article63, profiling }) => article63 === null || !profiling, {
    path: ["article63"],
    message: "Article 6(3) never excepts a system that profiles people.",
  });
export type Screening = z.output<typeof screening>;

/** The six elements of article 27. */
const fria = z.strictObject({
  processes: text,
  periodAndFrequency: text,
  affectedGroups: text,
  harms: text,
  oversight: text,
  measures: text,
  summary: text,
  reusesDpia: z.boolean(),
  notifiedOn: day.nullable(),
});

const dpia = z
  .strictObject({
    required: z.boolean(),
    reasoning: text,
    doneOn: day.nullable(),
    dpoOpinion: text.nullable(),
    summary: text.nullable(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
  })
  .refine(({ required, doneOn, dpoOpinion, summary }) => !required || (doneOn && dpoOpinion && summary), {
    path: ["doneOn"],
    message: "One that is required has its day, the data protection officer's opinion and its summary.",
  });

export const SREN_HARMS = ["public_order", "public_safety", "health_life", "intellectual_property"] as const;

/** Article 31 of the SREN law: two criteria, both of which have to be met. */
const sren = z.strictObject({
  /** Covered by a secret of the law. */
  sensitiveByNature: z.boolean(),
  /** Necessary to an essential mission of the State. */
  sensitiveByUse: z.boolean(),
  /** What a breach would harm; empty when the second criterion is not met. */
  harms: z.array(z.enum(SREN_HARMS)).max(SREN_HARMS.length),
  reasoning: text,
});

export const HOMOLOGATION_LEVELS = ["std", "sensible", "dr"] as const;
const homologation = z
  .strictObject({
    level: z.enum(HOMOLOGATION_LEVELS),
    authority: text,
    decidedOn: day,
    endsOn: day,
    reserves: text.nullable(),
  })
  .refine(({ decidedOn, endsOn }) => decidedOn <= endsOn, {
    path: ["endsOn"],
    message: "Its last day is not before the decision.",
  });

/** Whether staff representatives had to be consulted, and were; what they said is a record of the registry's. */
const consultation = z
  .strictObject({
    consultationRequired: z.boolean(),
    /** Day of that record. */
    consultedOn: day.nullable(),
    reasoning: text,
  })
  .refine(({ consultationRequired, consultedOn }) => consultationRequired === (consultedOn !== null), {
    path: ["consultedOn"],
    message: "One that is required has the day on which it was held, and only then.",
  });

/** What each kind asks. */
export const ANSWERS = {
  ...{ ai_act_screening: screening, fria, dpia, sren, homologation },
  staff_consultation: consultation,
} as const satisfies Record<AssessmentKind, z.ZodType>;

export const AI_ACT_CLASSES = ["prohibited", "high", "limited", "minimal"] as const;

/** The class that the answers lead to: articles 5, 6 and 50. */
export function classOf(answers: Screening): (typeof AI_ACT_CLASSES)[number] {
  if (answers.prohibitedPractice !== null) return "prohibited";
  if (answers.annexI === true) return "high";
  if (answers.annexIii !== null && answers.article63 === null) return "high";
  return answers.facesUsers || answers.generatesContent || answers.recognisesPeople ? "limited" : "minimal";
}
