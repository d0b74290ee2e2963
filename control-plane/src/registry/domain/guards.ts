import type { DataLabel } from "@socle/contracts";
import type { Condition } from "../../kernel/refusal.js";
import type { AiUseCase } from "./ai-use-case.js";
import type { EvidenceKind } from "./evidence.js";

/** What a guard may look at: the use case as it stands, and who would move it. */
export interface GuardFacts {
  readonly useCase: AiUseCase;
  /** `actorRef` of whoever asks for the transition. */
  readonly by: string;
}

interface Guard {
  readonly met: (facts: GuardFacts) => boolean;
  readonly message: string;
}

/** Labels whose processing needs the decision on an impact assessment. */
const PERSONAL_LABELS: readonly DataLabel[] = ["personal", "special_category", "health"];

const hasEvidence =
  (kind: EvidenceKind) =>
  ({ useCase }: GuardFacts): boolean =>
    useCase.evidence[kind] !== undefined;

const lacksPersonalData = (useCase: AiUseCase): boolean =>
  !useCase.labels.some((label) => PERSONAL_LABELS.includes(label));

const holdsPublicDataOnly = ({ labels }: AiUseCase): boolean => labels.every((label) => label === "public");

const answersSren = ({ dossier }: AiUseCase): boolean => dossier.srenSensitive != null && dossier.srenHarm != null;

/** Both criteria are cumulative; personal or health data alone does not meet them. */
const meetsSren = ({ dossier }: AiUseCase): boolean => dossier.srenSensitive === true && dossier.srenHarm === true;

/** The named conditions of the life cycle. Messages say what must hold, so they read the same met or unmet. */
export const GUARDS = {
  "validator.is_not_declarant": {
    met: ({ useCase, by }) => by !== useCase.declaredBy && by !== useCase.amendedBy,
    message: "Somebody other than the declarant validates.",
  },
  "labels.declared": {
    met: ({ useCase }) => useCase.labels.length > 0,
    message: "The data it handles carries at least one label.",
  },
  "labels.not_classified": {
    met: ({ useCase }) => !useCase.labels.includes("classified"),
    message: "It handles no classified data; the platform takes none.",
  },
  "staff.not_substituted": {
    met: ({ useCase }) => useCase.staffEffect !== "substitution",
    message: "It does not replace agents.",
  },
  "decision.not_autonomous": {
    met: ({ useCase }) => useCase.decisionRole !== "autonomous",
    message: "It takes no decision alone.",
  },
  "ai_act.not_prohibited": {
    met: ({ useCase: { dossier } }) => dossier.prohibitedPractice == null && dossier.aiActClass !== "prohibited",
    message: "It is none of the practices that article 5 of the AI Act prohibits.",
  },
  "owner.named": {
    met: ({ useCase }) => useCase.ownerEmail.trim() !== "",
    message: "A responsible owner is named.",
  },
  "oversight.described": {
    met: ({ useCase }) => useCase.oversight.trim().length >= 20,
    message: "Human oversight is described in at least 20 characters.",
  },
  "evidence.sren_test": {
    met: (facts) => holdsPublicDataOnly(facts.useCase) || answersSren(facts.useCase) || hasEvidence("sren_test")(facts),
    message: "The two criteria of article 31 of the SREN law are answered.",
  },
  "labels.sren31": {
    met: ({ useCase }) => !meetsSren(useCase) || useCase.labels.includes("sren31"),
    message: "Data that meets both criteria of article 31 of the SREN law carries the label sren31.",
  },
  "evidence.dpia": {
    met: (facts) => lacksPersonalData(facts.useCase) || hasEvidence("dpia")(facts),
    message: "Personal data comes with an impact assessment, or the decision that none is needed.",
  },
  "evidence.evaluation": { met: hasEvidence("evaluation"), message: "An evaluation is published, or waived." },
  "evidence.fria": {
    met: (facts) => facts.useCase.dossier.aiActClass !== "high" || hasEvidence("fria")(facts),
    message: "A high-risk system has its fundamental rights impact assessment.",
  },
  "relation.human": {
    met: ({ useCase: { dossier } }) =>
      dossier.facesUsers !== true || (dossier.disclosure != null && dossier.humanChannel != null),
    message: "Users are told that they meet an AI, and how to reach a person.",
  },
  "dependency.exit_plan": {
    met: ({ useCase: { dossier } }) => dossier.proprietary !== true || dossier.exitPlan != null,
    message: "What depends on a proprietary interface has an exit plan.",
  },
  "evidence.homologation": { met: hasEvidence("homologation"), message: "The information system is accredited." },
  "evidence.training_plan": {
    met: hasEvidence("training_plan"),
    message: "The agents concerned have a training plan.",
  },
  "evidence.independent_evaluation": {
    met: hasEvidence("independent_evaluation"),
    message: "A body that did not build the system evaluated it.",
  },
  "evidence.selection_score": { met: hasEvidence("selection_score"), message: "The AI cell scored it." },
  "evidence.capacity_need": { met: hasEvidence("capacity_need"), message: "Its compute need is matched." },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

/** Every condition of `names` as it stands now, met or not, in that order. */
export const evaluateGuards = (names: readonly GuardName[], facts: GuardFacts): readonly Condition[] =>
  names.map((name) => ({ code: name, met: GUARDS[name].met(facts), message: GUARDS[name].message }));
