import type { FieldSpec } from "../parts/form/field-spec";
import type { EvidenceKind } from "../generated/operations";
import { EVIDENCE_PROVIDER } from "./evidence-provider";

/** In the order a use case meets them. */
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_PROVIDER) as readonly EvidenceKind[];

/**
 * The piece that a condition asks for: `evidence.dpia` asks for `DPIA`; undefined for other conditions. An evaluation
 * follows from its own record: what is brought in its place is the decision that none is needed.
 */
export const evidenceKindOf = (code: string): EvidenceKind | undefined =>
  code === "evidence.evaluation"
    ? "EVALUATION_WAIVER"
    : EVIDENCE_KINDS.find((kind) => code === `evidence.${kind.toLowerCase()}`);

/** As long as the server asks. */
export const EVIDENCE_REFERENCE: FieldSpec<"reference"> = { name: "reference", kind: "line", min: 3, max: 500 };
