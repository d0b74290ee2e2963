/**
 * What bringing a piece takes on its use case: the declarant's `update`, or the AI cell's `select`; null where it follows
 * from a record of its own.
 */
export const EVIDENCE_PROVIDER = {
  SREN_TEST: null,
  DPIA: null,
  EVALUATION: null,
  EVALUATION_WAIVER: "update",
  FRIA: null,
  STAFF_CONSULTATION: null,
  CONSULTATION_WAIVER: null,
  HOMOLOGATION: null,
  TRAINING_PLAN: "update",
  INDEPENDENT_EVALUATION: null,
  SELECTION_SCORE: null,
  CAPACITY_NEED: "select",
} as const;
