/** Pieces that guards ask for, in the order a use case meets them. */
export const EVIDENCE_KINDS = [
  "sren_test",
  "dpia",
  "evaluation",
  "evaluation_waiver",
  "fria",
  "staff_consultation",
  "consultation_waiver",
  "homologation",
  "training_plan",
  "independent_evaluation",
  "selection_score",
  "capacity_need",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

interface EvidenceEntry {
  /**
   * Right of whoever brings it: the ministry (`update`) or the AI cell (`select`); `null` where it follows from a record
   * of its own, an assessment, an evaluation or a score.
   */
  readonly providedBy: "update" | "select" | null;
  readonly title: string;
}

export const EVIDENCE: Readonly<Record<EvidenceKind, EvidenceEntry>> = {
  sren_test: { providedBy: null, title: "Answers to the two criteria of article 31 of the SREN law" },
  dpia: { providedBy: null, title: "Data protection impact assessment" },
  evaluation: { providedBy: null, title: "Published evaluation of the experiment" },
  evaluation_waiver: { providedBy: "update", title: "Decision, with its reason, that no evaluation is needed" },
  fria: { providedBy: null, title: "Fundamental rights impact assessment (AI Act, article 27)" },
  staff_consultation: { providedBy: null, title: "Consultation of staff representatives" },
  consultation_waiver: { providedBy: null, title: "Decision, with its reason, that no consultation is required" },
  homologation: { providedBy: null, title: "Security accreditation of the information system" },
  training_plan: { providedBy: "update", title: "Training plan of the agents concerned" },
  independent_evaluation: { providedBy: null, title: "Evaluation by a body that did not build the system" },
  selection_score: { providedBy: null, title: "Selection score on the four criteria of the method" },
  capacity_need: { providedBy: "select", title: "Compute need matched by the consolidation" },
};
