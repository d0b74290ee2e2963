import type { DecisionV1 } from "@socle/contracts";

/** What a decision record holds of what the rules were asked and answered. */
export type Judged = Pick<DecisionV1, "labels" | "stream" | "asked" | "pools">;

/** One decision record, as much of it as a replay needs. */
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
  /** JSON of `Judged`, left as text: equal texts on equal facts are replayed once. */
  readonly judged: string;
}

/** Refused by what comes after the rules: the platform's own limit on what one answer may hold. */
export const TOO_LONG = "output.too_long";
/** The platform's own refusals, named as rules are so that they can stand beside them. */
export const OUTPUT_LIMIT = "admission/output-limit";
export const POOL_ACTIVE = "serving/pool-active";
