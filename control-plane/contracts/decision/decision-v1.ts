import type {
  ApplicationId,
  BudgetId,
  DecisionId,
  DeploymentId,
  EndpointId,
  EpochMillis,
  KeyId,
  LimitId,
  ModelId,
  NodeId,
  OrganisationId,
  PoolId,
  UseCaseId,
} from "../ids.js";
import type { RefusalCode } from "../errors.js";
import type { FairnessLevelV1 } from "./fairness-v1.js";
import type { CeilingUnit } from "../ceiling-units.js";
import type { DataLabel } from "../labels.js";

/**
 * Why a request was served, refused or failed, with the figures. Holds no prompt, no key and no name of a person.
 * Fields that the request did not live long enough to reach are `null` or empty.
 */
export interface DecisionV1 {
  readonly id: DecisionId;
  readonly at: EpochMillis;
  readonly applicationId: ApplicationId | null;
  readonly keyId: KeyId | null;
  readonly useCaseId: UseCaseId | null;
  readonly organisationId: OrganisationId | null;
  /** What the caller wrote in `model`, cut to 200 characters. */
  readonly requestedModel: string | null;
  readonly modelId: ModelId | null;
  readonly labels: readonly DataLabel[];
  readonly stream: boolean;
  /**
   * What rules read of the request beside its labels and `stream`. With the snapshot of `snapshotNumber`, the caller, the
   * model, the pools and the day of `at` these are all facts of the decision. Absent when no rule was asked.
   */
  readonly asked?: AskedV1;
  readonly outcome: "served" | "refused" | "failed" | "cancelled";
  readonly code: RefusalCode | null;
  readonly status: number;
  readonly snapshotNumber: number;
  readonly bundleDigest: string;
  readonly pools: readonly PoolDecisionV1[];
  readonly levels: readonly LevelDecisionV1[];
  readonly endpoint: EndpointDecisionV1 | null;
  /** Where the request's path stood in the pool when its turn came, from the leaf to the root. */
  readonly fairness?: readonly FairnessLevelV1[];
  /** Times it ran as batch and was cut so that a request within its right could run; 0 when absent. */
  readonly cuts?: number;
  readonly stages: StageDurationsV1;
}

/** What the caller wrote, as rules saw it. */
export interface AskedV1 {
  /** Labels that the caller added by itself; empty when it wrote none. */
  readonly labels: readonly DataLabel[];
  /** Output tokens asked for, or the use case's limit when the caller named none. */
  readonly maxOutputTokens: number;
  /**
   * Reference of the administrative decision that it serves, in the caller's own register, by which what the system
   * proposed is found again for whom the decision concerns. Absent when the caller named none.
   */
  readonly decisionRef?: string;
  /** Tool calls that it comes to: those of its conversation, and one more where it offers tools. Absent where none. */
  readonly toolCalls?: number;
}

/** Verdict of the rules on one candidate pool. */
export interface PoolDecisionV1 {
  readonly poolId: PoolId;
  readonly eligible: boolean;
  readonly reasons: readonly RuleReasonV1[];
}

export interface RuleReasonV1 {
  readonly rule: string;
  readonly version: number;
  readonly effect: "deny" | "require" | "warn" | "clamp" | "prefer";
  readonly code: string;
  /** Why a rule that fired decides nothing; absent when it decides. */
  readonly silenced?: "shadow" | "derogation";
}

/** One ceiling that was checked, from the leaf to the root. In the unit of the ceiling. */
export interface LevelDecisionV1 {
  readonly nodeId: NodeId;
  readonly ceilingId: BudgetId | LimitId;
  readonly unit: CeilingUnit;
  readonly ceiling: number;
  /** What this request reserves. */
  readonly asked: number;
  /** What was free of the block that this replica holds, before the reservation. */
  readonly held: number;
  /** What the control plane last said is left beside all blocks, and what all blocks are; absent while it was not heard. */
  readonly left?: number;
  readonly reserved?: number;
  readonly ok: boolean;
}

export interface EndpointDecisionV1 {
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  readonly poolId: PoolId;
  readonly profile: string;
  readonly attempts: number;
  readonly scores: readonly EndpointScoreV1[];
}

/** One endpoint that could have had the request, as it was predicted then; figures absent from older records. */
export interface EndpointScoreV1 {
  readonly endpointId: EndpointId;
  /** Greater is better; minus predicted seconds in the profile that ships. */
  readonly score: number;
  /** Milliseconds to the first token, memory aside. */
  readonly predictedFirstTokenMs?: number;
  /** Prompt tokens that it would have had to compute. */
  readonly uncachedTokens?: number;
  /** Milliseconds of waiting for KV memory. */
  readonly memoryWaitMs?: number;
}

/** Milliseconds spent in each folder of a request's life. */
export interface StageDurationsV1 {
  readonly ingress: number;
  readonly identify: number;
  readonly admit: number;
  readonly pick: number;
  /** From dispatch to the first byte of the answer's body. */
  readonly firstByte: number | null;
  readonly total: number;
}
