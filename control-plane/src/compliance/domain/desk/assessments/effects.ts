import type { z } from "zod";
import { ANSWERS, classOf } from "./answers.js";
import type { Assessment, AssessmentKind } from "./assessment.js";

/** What a concluded assessment puts on the use case's file, where guards and rules read it. */
export interface AssessmentEffect {
  /** Kind of evidence of the registry; `null` when fields alone follow. */
  readonly evidence: "sren_test" | "dpia" | "fria" | "homologation" | ConsultationPiece | null;
  /** The piece that stands no longer; `null` for none. */
  readonly withdrawn: "dpia" | ConsultationPiece | null;
  /** Fields of the dossier; `null` takes one out. */
  readonly dossier: Readonly<Record<string, unknown>>;
  /** Labels that the data turn out to carry. */
  readonly raisedLabels: readonly "sren31"[];
}

type ConsultationPiece = "staff_consultation" | "consultation_waiver";

type AnswersOf<Kind extends AssessmentKind> = z.output<(typeof ANSWERS)[Kind]>;
type Effects = { readonly [Kind in AssessmentKind]: (answers: AnswersOf<Kind>) => AssessmentEffect };

const EFFECTS: Effects = {
  ai_act_screening: (answers) => ({
    ...{ evidence: null, withdrawn: null },
    dossier: {
      aiActRole: answers.role,
      aiActClass: classOf(answers),
      annexI: answers.annexI ?? null,
      annexIii: answers.annexIii,
      article63: answers.article63,
      article63Reason: answers.article63Reason,
      profiling: answers.profiling,
      prohibitedPractice: answers.prohibitedPractice,
      facesUsers: answers.facesUsers,
    },
    raisedLabels: [],
  }),
  fria: ({ summary }) => ({ evidence: "fria", withdrawn: null, dossier: { friaSummary: summary }, raisedLabels: [] }),
  dpia: ({ required, summary, reasoning }) => ({
    ...(required ? ({ evidence: "dpia", withdrawn: null } as const) : ({ evidence: null, withdrawn: "dpia" } as const)),
    dossier: { dpiaSummary: required ? summary : reasoning, dpiaWaived: required ? null : true },
    raisedLabels: [],
  }),
  sren: ({ sensitiveByNature, sensitiveByUse, harms }) => ({
    ...{ evidence: "sren_test" as const, withdrawn: null },
    dossier: { srenSensitive: sensitiveByNature || sensitiveByUse, srenHarm: harms.length > 0 },
    // Both criteria are cumulative; data that meet them go nowhere from then on where the law does not let them.
    raisedLabels: (sensitiveByNature || sensitiveByUse) && harms.length > 0 ? ["sren31"] : [],
  }),
  homologation: () => ({ evidence: "homologation", withdrawn: null, dossier: {}, raisedLabels: [] }),
  staff_consultation: ({ consultationRequired }) => ({
    ...(consultationRequired
      ? ({ evidence: "staff_consultation", withdrawn: "consultation_waiver" } as const)
      : ({ evidence: "consultation_waiver", withdrawn: "staff_consultation" } as const)),
    ...{ dossier: {}, raisedLabels: [] },
  }),
};

/** What follows from an edition; throws on answers that its kind does not take, which were checked when it was drafted. */
export function effectOf<Kind extends AssessmentKind>({
  kind,
  answers,
}: Pick<Assessment, "answers"> & { readonly kind: Kind }): AssessmentEffect {
  return EFFECTS[kind](ANSWERS[kind].parse(answers) as AnswersOf<Kind>);
}

/** The reference under which the registry keeps the piece: it leads back to the edition. */
export const evidenceReference = ({ reference, edition }: Pick<Assessment, "reference" | "edition">): string =>
  `${reference} (éd. ${String(edition)})`;
