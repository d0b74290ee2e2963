import type { SubmissionState } from "../submission/submission-state.js";

/** Who answers for a declaration's over-commitment, and why. */
export interface OverCommitment {
  readonly approvedBy: string;
  readonly reason: string;
}

/** What one organisation declares in one campaign. Its lines are stored beside it, each with the versions it stands in. */
export interface CapacityDeclaration {
  readonly id: string;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly state: Exclude<SubmissionState, "matched" | "partially_matched" | "unmet">;
  /** Reference of whoever wrote the present version: may not validate it. */
  readonly declaredBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** 1 at creation, one more at each change of content or state. */
  readonly version: number;
  readonly lineCount: number;
  readonly gpuCount: number;
  /** Share of the template's fields that lines fill, 0 to 1. */
  readonly completeness: number;
  readonly overCommitment: OverCommitment | null;
  /** The accepted declaration that this one replaces once it is accepted. */
  readonly supersedes: string | null;
}
