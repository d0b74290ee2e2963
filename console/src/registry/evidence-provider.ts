/** What recording a piece takes on its use case: the declarant's `update`, or the AI cell's `select`. */
export const EVIDENCE_PROVIDER = {
  SREN_TEST: "update",
  DPIA: "update",
  EVALUATION: "update",
  FRIA: "update",
  HOMOLOGATION: "update",
  TRAINING_PLAN: "update",
  INDEPENDENT_EVALUATION: "select",
  SELECTION_SCORE: "select",
  CAPACITY_NEED: "select",
} as const;
