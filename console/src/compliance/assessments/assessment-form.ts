import type {
  AiActScreeningInput,
  AssessedLevel,
  AssessmentKind,
  DraftAssessmentInput,
  SrenHarm,
} from "../../generated/operations";
import { chosenIn, type FieldSpec, type FormValues, orNull } from "../../parts/form/field-spec";

export const KINDS: readonly AssessmentKind[] = [
  ...(["AI_ACT_SCREENING", "SREN", "DPIA", "FRIA", "HOMOLOGATION", "STAFF_CONSULTATION"] as const),
];

/** Lists of the use case's dossier that the screening chooses from. */
export const SCREENING_LISTS = {
  role: ["deployer", "provider"],
  prohibitedPractice: [
    "manipulation",
    "exploitation_of_vulnerability",
    "social_scoring",
    "crime_prediction_by_profiling",
    "untargeted_face_scraping",
    "emotion_inference",
    "biometric_categorisation",
    "real_time_biometric_identification",
    "intimate_imagery",
  ],
  annexIii: [
    "biometrics",
    "critical_infrastructure",
    "education",
    "employment",
    "essential_services",
    "law_enforcement",
    "migration",
    "justice_democracy",
  ],
  article63: ["narrow_procedural_task", "improves_completed_activity", "detects_patterns", "preparatory_task"],
} as const;
const HARMS = ["public_order", "public_safety", "health_life", "intellectual_property"] as const;
const LEVELS = ["STD", "SENSIBLE", "DR"] as const;

const text = <Name extends string>(name: Name): FieldSpec<Name> => ({ name, kind: "text", min: 3, max: 4000 });
const optional = <Name extends string>(spec: FieldSpec<Name>): FieldSpec<Name> => ({ ...spec, optional: true });
const yes = <Name extends string>(name: Name): FieldSpec<Name> => ({ name, kind: "yes" });
const day = <Name extends string>(name: Name): FieldSpec<Name> => ({ name, kind: "day" });

type Words = (key: string) => string;
const choice = (name: string, values: readonly string[], words: Words, none: boolean): FieldSpec => ({
  name,
  kind: "choice",
  ...(none ? { optional: true } : {}),
  choices: [
    ...(none ? [["", words("assessment.none")] as const] : []),
    ...values.map((value) => [value, words(`assessment.list.${value}`)] as const),
  ],
});

/** What each kind asks, after the reference that all have. */
export const specsOf = (kind: AssessmentKind, words: Words): readonly FieldSpec[] => [
  ...ANSWERS[kind](words),
  { name: "reference", kind: "line", min: 3, max: 200 },
  ...(kind === "HOMOLOGATION" ? [] : [optional(day("reviewOn"))]),
];

const ANSWERS: Readonly<Record<AssessmentKind, (words: Words) => readonly FieldSpec[]>> = {
  AI_ACT_SCREENING: (words) => [
    choice("role", SCREENING_LISTS.role, words, false),
    choice("prohibitedPractice", SCREENING_LISTS.prohibitedPractice, words, true),
    yes("annexI"),
    choice("annexIii", SCREENING_LISTS.annexIii, words, true),
    choice("article63", SCREENING_LISTS.article63, words, true),
    optional(text("article63Reason")),
    yes("profiling"),
    yes("facesUsers"),
    yes("generatesContent"),
    yes("recognisesPeople"),
    text("reasoning"),
  ],
  SREN: (words) => [
    yes("sensitiveByNature"),
    yes("sensitiveByUse"),
    {
      ...{ name: "harms", kind: "many", optional: true },
      choices: HARMS.map((harm) => [harm.toUpperCase(), words(`assessment.list.${harm}`)] as const),
    },
    text("reasoning"),
  ],
  DPIA: () => [
    yes("required"),
    text("reasoning"),
    optional(day("doneOn")),
    optional(text("dpoOpinion")),
    optional(text("summary")),
    { name: "url", kind: "url", optional: true },
  ],
  FRIA: () => [
    text("processes"),
    text("periodAndFrequency"),
    text("affectedGroups"),
    text("harmsToPeople"),
    text("oversight"),
    text("measures"),
    text("summary"),
    yes("reusesDpia"),
    optional(day("notifiedOn")),
  ],
  HOMOLOGATION: (words) => [
    {
      name: "level",
      kind: "choice",
      choices: LEVELS.map((level) => [level, words(`assessment.level.${level}`)] as const),
    },
    { name: "authority", kind: "line", min: 3, max: 200 },
    day("decidedOn"),
    day("endsOn"),
    optional(text("reserves")),
  ],
  STAFF_CONSULTATION: () => [yes("consultationRequired"), optional(day("consultedOn")), text("reasoning")],
};

/** What is sent, from what was typed. */
export function draftOf(kind: AssessmentKind, useCaseId: string, typed: FormValues): DraftAssessmentInput {
  const of = (name: string): string => (typed[name] ?? "").trim();
  const on = (name: string): boolean => typed[name] === "yes";
  const some = (name: string): string | null => orNull(typed[name] ?? "");
  const draft = { useCaseId, reference: of("reference"), reviewOn: some("reviewOn") };
  switch (kind) {
    case "AI_ACT_SCREENING":
      return { ...draft, screening: screeningOf(of, on, some) };
    case "SREN": {
      const harms = chosenIn(of("harms")) as readonly SrenHarm[];
      const criteria = { sensitiveByNature: on("sensitiveByNature"), sensitiveByUse: on("sensitiveByUse"), harms };
      return { ...draft, sren: { ...criteria, reasoning: of("reasoning") } };
    }
    case "DPIA":
      return {
        ...draft,
        dpia: {
          ...{ required: on("required"), reasoning: of("reasoning"), doneOn: some("doneOn") },
          ...{ dpoOpinion: some("dpoOpinion"), summary: some("summary"), url: some("url") },
        },
      };
    case "FRIA":
      return {
        ...draft,
        fria: {
          ...{ processes: of("processes"), periodAndFrequency: of("periodAndFrequency") },
          ...{ affectedGroups: of("affectedGroups"), harms: of("harmsToPeople"), oversight: of("oversight") },
          ...{ measures: of("measures"), summary: of("summary") },
          ...{ reusesDpia: on("reusesDpia"), notifiedOn: some("notifiedOn") },
        },
      };
    case "HOMOLOGATION":
      return {
        ...draft,
        homologation: {
          ...{ level: of("level") as AssessedLevel, authority: of("authority") },
          ...{ decidedOn: of("decidedOn"), endsOn: of("endsOn"), reserves: some("reserves") },
        },
      };
    case "STAFF_CONSULTATION": {
      const held = { consultationRequired: on("consultationRequired"), consultedOn: some("consultedOn") };
      return { ...draft, consultation: { ...held, reasoning: of("reasoning") } };
    }
  }
}

const screeningOf = (
  of: (name: string) => string,
  on: (name: string) => boolean,
  some: (name: string) => string | null,
): AiActScreeningInput => ({
  role: of("role"),
  prohibitedPractice: some("prohibitedPractice"),
  annexI: on("annexI"),
  annexIii: some("annexIii"),
  article63: some("article63"),
  article63Reason: some("article63Reason"),
  profiling: on("profiling"),
  facesUsers: on("facesUsers"),
  generatesContent: on("generatesContent"),
  recognisesPeople: on("recognisesPeople"),
  reasoning: of("reasoning"),
});

/** The form as an edition answered it, so that the next one begins from there. */
export function typedFrom(answers: unknown, reference: string): FormValues {
  const entries = Object.entries((answers ?? {}) as Record<string, unknown>);
  const typed = entries.map(([name, value]) => [
    name === "harms" && typeof value === "string" ? "harmsToPeople" : name,
    typedOf(name, value),
  ]);
  return { ...(Object.fromEntries(typed) as FormValues), reference };
}

function typedOf(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "";
  if (Array.isArray(value)) return value.map((each) => String(each).toUpperCase()).join(",");
  if (typeof value !== "string") return "";
  return name === "level" ? value.toUpperCase() : value;
}
