import type { DecisionV1, PoolDecisionV1 } from "@socle/contracts";

/** What a decision record holds of what the rules were asked. */
export type JudgedRequest = Pick<DecisionV1, "labels" | "stream" | "asked">;

/** One decision record, as much of it as a replay needs. Its two texts are left unread: many are equal to each other. */
export interface RecordedDecision {
  readonly id: string;
  readonly organisationId: string;
  readonly useCaseId: string | null;
  readonly applicationId: string | null;
  readonly modelId: string | null;
  /** In Paris, `YYYY-MM-DD`. */
  readonly day: string;
  readonly outcome: DecisionV1["outcome"];
  readonly code: string | null;
  readonly snapshotNumber: number;
  readonly bundleDigest: string;
  /** JSON of `JudgedRequest`. */
  readonly request: string;
  /** JSON of the verdicts on its pools, `PoolDecisionV1[]`. */
  readonly pools: string;
}

/** The pools of one or many records, read once. */
export interface JudgedPools {
  /** Names this text among all that were read. */
  readonly serial: number;
  readonly pools: readonly PoolDecisionV1[];
}

/** Refused by what comes after the rules: the platform's own limit on what one answer may hold. */
export const TOO_LONG = "output.too_long";
/** The platform's own refusals, named as rules are so that they can stand beside them. */
export const OUTPUT_LIMIT = "admission/output-limit";
export const POOL_ACTIVE = "serving/pool-active";
