import type { DataLabel } from "@socle/contracts";
import { friaDueOf, highRiskOf } from "@socle/policies";
import type { Condition } from "../../kernel/refusal.js";
import type { AiUseCase } from "./ai-use-case.js";
import type { DossierField } from "./dossier/dossier.js";
import { screened } from "./dossier/screened.js";
import type { EvidenceKind } from "./evidence.js";
import type { DeclaredField, Reads, Seen } from "./reads.js";

/** Who would move a use case. */
export interface Asker {
  /** `actorRef` of whoever asks for the transition. */
  readonly by: string;
  /** Whoever wrote a version of it before it was qualified. */
  readonly authors: readonly string[];
}

/** Nobody in particular asks: of conditions that do not depend on it. */
export const NOBODY: Asker = { by: "", authors: [] };

interface Guard {
  readonly reads: Reads;
  readonly met: (useCase: AiUseCase, asker: Asker) => boolean;
  readonly message: string;
}

/** A condition with the fields that it reads; it is shown no other. */
const guard = <const Field extends DeclaredField = never, const Of extends DossierField = never>(
  reads: { readonly fields?: readonly Field[]; readonly dossier?: readonly Of[] },
  met: (seen: Seen<Field, Of>, asker: Asker) => boolean,
  message: string,
): Guard => ({ reads: { fields: reads.fields ?? [], dossier: reads.dossier ?? [] }, met, message });

/** Labels whose processing needs the decision on an impact assessment. */
const PERSONAL_LABELS: readonly DataLabel[] = ["personal", "special_category", "health"];

type Labelled = Pick<AiUseCase, "labels">;
type Sren = Seen<never, "srenSensitive" | "srenHarm">;

const lacksPersonalData = ({ labels }: Labelled): boolean => !labels.some((label) => PERSONAL_LABELS.includes(label));

const holdsPublicDataOnly = ({ labels }: Labelled): boolean => labels.every((label) => label === "public");

const answersSren = ({ dossier }: Sren): boolean => dossier.srenSensitive != null && dossier.srenHarm != null;

/** Both criteria are cumulative; personal or health data alone does not meet them. */
const meetsSren = ({ dossier }: Sren): boolean => dossier.srenSensitive === true && dossier.srenHarm === true;

/** Article 35(3)(b): of data of special categories, health among them, an assessment is done, and never found needless. */
const mayWaiveDpia = ({ labels }: Labelled): boolean =>
  !labels.some((label) => label === "special_category" || label === "health");

const has = (kind: EvidenceKind, { evidence }: Pick<AiUseCase, "evidence">): boolean => evidence[kind] !== undefined;

/** A piece that is asked for whatever else is said. */
const piece = (kind: EvidenceKind, message: string): Guard =>
  guard({ fields: ["evidence"] }, (seen) => has(kind, seen), message);

/** The named conditions of the life cycle. Messages say what must hold, so they read the same met or unmet. */
export const GUARDS = {
  "validator.is_not_declarant": guard(
    { fields: ["declaredBy", "amendedBy"] },
    ({ declaredBy, amendedBy }, { by, authors }) => ![declaredBy, amendedBy, ...authors].includes(by),
    "Somebody other than the declarant validates.",
  ),
  "labels.declared": guard(
    { fields: ["labels"] },
    ({ labels }) => labels.length > 0,
    "The data it handles carries at least one label.",
  ),
  "labels.not_classified": guard(
    { fields: ["labels"] },
    ({ labels }) => !labels.includes("classified"),
    "It handles no classified data; the platform takes none.",
  ),
  "staff.not_substituted": guard(
    { fields: ["staffEffect"] },
    ({ staffEffect }) => staffEffect !== "substitution",
    "It does not replace agents.",
  ),
  "decision.not_autonomous": guard(
    { fields: ["decisionRole"] },
    ({ decisionRole }) => decisionRole !== "autonomous",
    "It takes no decision alone.",
  ),
  "ai_act.not_prohibited": guard(
    { dossier: ["prohibitedPractice", "aiActClass"] },
    ({ dossier }) => dossier.prohibitedPractice == null && dossier.aiActClass !== "prohibited",
    "It is none of the practices that article 5 of the AI Act prohibits.",
  ),
  "owner.named": guard(
    { fields: ["ownerEmail"] },
    ({ ownerEmail }) => ownerEmail.trim() !== "",
    "A responsible owner is named.",
  ),
  "oversight.described": guard(
    { fields: ["oversight"] },
    ({ oversight }) => oversight.trim().length >= 20,
    "Human oversight is described in at least 20 characters.",
  ),
  "evidence.sren_test": guard(
    { fields: ["labels", "evidence"], dossier: ["srenSensitive", "srenHarm"] },
    (seen) => holdsPublicDataOnly(seen) || answersSren(seen) || has("sren_test", seen),
    "The two criteria of article 31 of the SREN law are answered.",
  ),
  "labels.sren31": guard(
    { fields: ["labels"], dossier: ["srenSensitive", "srenHarm"] },
    (seen) => !meetsSren(seen) || seen.labels.includes("sren31"),
    "Data that meets both criteria of article 31 of the SREN law carries the label sren31.",
  ),
  "evidence.dpia": guard(
    { fields: ["labels", "evidence"], dossier: ["dpiaWaived"] },
    (seen) => lacksPersonalData(seen) || has("dpia", seen) || (seen.dossier.dpiaWaived === true && mayWaiveDpia(seen)),
    "Personal data comes with an impact assessment, or the decision that none is needed.",
  ),
  "evidence.evaluation": guard(
    { fields: ["evidence"] },
    (seen) => has("evaluation", seen) || has("evaluation_waiver", seen),
    "An evaluation is published, or waived.",
  ),
  "ai_act.screened": guard(
    { dossier: ["aiActClass"] },
    ({ dossier }) => dossier.aiActClass != null,
    "It was screened under the AI Act: its class is known.",
  ),
  "evidence.fria": guard(
    { fields: ["evidence"], dossier: ["aiActClass", "annexI", "annexIii", "article63", "profiling"] },
    (seen) => friaDueOf(screened(seen.dossier)) !== "yes" || has("fria", seen),
    "A high-risk system has its fundamental rights impact assessment.",
  ),
  "evidence.staff_consultation": guard(
    { fields: ["staffEffect", "evidence"], dossier: ["aiActClass", "annexI", "annexIii", "article63", "profiling"] },
    (seen) => {
      if (has("staff_consultation", seen)) return true;
      // Article 26(7) of the AI Act: workers are told of a high-risk system whatever it changes to their work.
      if (highRiskOf(screened(seen.dossier)) === "yes") return false;
      return seen.staffEffect === "none" || has("consultation_waiver", seen);
    },
    "Staff representatives were consulted where it changes the work of agents, or it was found that they need not be.",
  ),
  "relation.human": guard(
    { dossier: ["facesUsers", "disclosure", "humanChannel"] },
    ({ dossier }) => dossier.facesUsers !== true || (dossier.disclosure != null && dossier.humanChannel != null),
    "Users are told that they meet an AI, and how to reach a person.",
  ),
  "dependency.exit_plan": guard(
    { dossier: ["proprietary", "exitPlan"] },
    ({ dossier }) => dossier.proprietary !== true || dossier.exitPlan != null,
    "What depends on a proprietary interface has an exit plan.",
  ),
  "benefit.expected": guard(
    { dossier: ["benefits"] },
    ({ dossier }) => (dossier.benefits ?? []).some(({ kind, value }) => kind === "expected" && value !== 0),
    "What it is expected to bring is said with a figure.",
  ),
  "evaluation.dated": guard(
    { dossier: ["evaluationDueOn"] },
    ({ dossier }) => dossier.evaluationDueOn != null,
    "The day by which it is evaluated again is set.",
  ),
  "evidence.homologation": piece("homologation", "The information system is accredited."),
  "evidence.training_plan": piece("training_plan", "The agents concerned have a training plan."),
  "evidence.independent_evaluation": piece(
    "independent_evaluation",
    "A body that did not build the system evaluated it.",
  ),
  "evidence.selection_score": piece("selection_score", "The AI cell scored it."),
  "evidence.capacity_need": piece("capacity_need", "Its compute need is matched."),
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

/** Every condition of `names` as it stands now, met or not, in that order. */
export const evaluateGuards = (names: readonly GuardName[], useCase: AiUseCase, asker: Asker): readonly Condition[] =>
  names.map((name) => ({ code: name, met: GUARDS[name].met(useCase, asker), message: GUARDS[name].message }));
