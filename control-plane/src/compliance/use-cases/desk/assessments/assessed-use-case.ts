import { ANSWERS } from "../../../domain/desk/assessments/answers.js";
import type { DutyFacts } from "../../../domain/desk/assessments/ai-act-duties.js";
import type { Assessment, AssessmentKind } from "../../../domain/desk/assessments/assessment.js";
import type { AssessedFacts } from "../../../domain/desk/assessments/requirement.js";

/** The part of a use case that assessments are about. */
interface AssessedUseCase {
  readonly labels: readonly string[];
  readonly oversight: string;
  readonly staffEffect: string;
  readonly evidence: readonly { readonly kind: string }[];
  readonly dossier: {
    readonly aiActRole?: string | null;
    readonly aiActClass?: string | null;
    readonly beginsOn?: string | null;
    readonly prohibitedPractice?: string | null;
    readonly annexI?: boolean | null;
    readonly annexIii?: string | null;
    readonly facesUsers?: boolean | null;
    readonly srenSensitive?: boolean | null;
    readonly srenHarm?: boolean | null;
    readonly disclosure?: string | null;
    readonly humanChannel?: string | null;
    readonly providerEntryUrl?: string | null;
    readonly deployerEntryUrl?: string | null;
  };
}

/** Pieces that say that one of its kind was concluded. */
const PIECES: Readonly<Partial<Record<AssessmentKind, readonly string[]>>> = {
  fria: ["fria"],
  dpia: ["dpia"],
  sren: ["sren_test"],
  homologation: ["homologation"],
  staff_consultation: ["staff_consultation", "consultation_waiver"],
};
/** As the registry's guard asks. */
const OVERSIGHT_LEAST = 20;

export function assessedFacts({ labels, staffEffect, evidence, dossier }: AssessedUseCase): AssessedFacts {
  const pieces = evidence.map(({ kind }) => kind);
  const held = (Object.keys(PIECES) as AssessmentKind[]).filter((kind) =>
    PIECES[kind]?.some((piece) => pieces.includes(piece)),
  );
  const screened: readonly AssessmentKind[] = dossier.aiActClass == null ? [] : ["ai_act_screening"];
  // As the registry's guard: both criteria answered in the dossier do as well as the piece.
  const tested: readonly AssessmentKind[] = dossier.srenSensitive == null || dossier.srenHarm == null ? [] : ["sren"];
  return { labels, staffEffect, aiActClass: dossier.aiActClass ?? null, held: [...screened, ...tested, ...held] };
}

/** What the register and the last concluded screening tell of duties; `null` while the class is not known. */
export function dutyFacts(useCase: AssessedUseCase, editions: readonly Assessment[]): DutyFacts | null {
  const { dossier, evidence, oversight } = useCase;
  if (dossier.aiActClass == null) return null;
  const last = editions.find(
    ({ kind, state }) => kind === "ai_act_screening" && (state === "done" || state === "to_review"),
  );
  const answers = last === undefined ? null : ANSWERS.ai_act_screening.parse(last.answers);
  // A class below "limited" says that article 50 has no hold; above it, what nobody screened is not presumed absent.
  const unsaid = dossier.aiActClass !== "minimal";
  const has = (kind: string): boolean => evidence.some((each) => each.kind === kind);
  return {
    class: dossier.aiActClass,
    role: dossier.aiActRole ?? null,
    beginsOn: dossier.beginsOn ?? null,
    prohibitedPractice: dossier.prohibitedPractice ?? null,
    annexI: dossier.annexI ?? null,
    annexIii: dossier.annexIii ?? null,
    facesUsers: dossier.facesUsers === true,
    generatesContent: answers?.generatesContent ?? unsaid,
    recognisesPeople: answers?.recognisesPeople ?? unsaid,
    met: {
      // Sources disagree on what article 4 still asks since 2026: a plan shows it, its absence shows no fault.
      ...(has("training_plan") ? { literacy: true } : {}),
      disclosure: dossier.disclosure != null && dossier.humanChannel != null,
      oversight: oversight.trim().length >= OVERSIGHT_LEAST,
      workers: has("staff_consultation"),
      fria: has("fria"),
      registration: dossier.deployerEntryUrl != null,
      registered_system: dossier.providerEntryUrl != null,
      provider_registration: dossier.providerEntryUrl != null,
      // Every request of the platform is in its log, which keeps six months at least.
      logs: true,
    },
  };
}
