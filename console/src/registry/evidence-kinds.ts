import type { EvidenceKind } from "../generated/operations";

/** What recording a piece takes on its use case: the declarant's `update`, or the AI cell's `select`. */
export const EVIDENCE_PROVIDER: Readonly<Record<EvidenceKind, "update" | "select">> = {
  DPIA: "update",
  EVALUATION: "update",
  HOMOLOGATION: "update",
  TRAINING_PLAN: "update",
  INDEPENDENT_EVALUATION: "select",
  SELECTION_SCORE: "select",
  CAPACITY_NEED: "select",
};

/** In the order a use case meets them. */
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_PROVIDER) as readonly EvidenceKind[];

/** The piece that a condition asks for: `evidence.dpia` asks for `DPIA`; undefined for other conditions. */
export const evidenceKindOf = (code: string): EvidenceKind | undefined =>
  EVIDENCE_KINDS.find((kind) => code === `evidence.${kind.toLowerCase()}`);

/** As long as the server asks. */
export const referenceIsRight = (reference: string): boolean => {
  const { length } = reference.trim();
  return length >= 3 && length <= 500;
};
