import type {
  AllocationId,
  ApplicationId,
  BudgetId,
  DeploymentId,
  EndpointId,
  EpochMillis,
  KeyId,
  LimitId,
  MicroEuro,
  ModelId,
  NodeId,
  OrganisationId,
  PoolId,
  UseCaseId,
} from "../ids.js";
import type { BudgetUnit, LimitKind } from "../ceiling-units.js";
import type { BudgetPeriod, DataLabel, ExhaustionRule, ServiceClass, UseCaseState } from "../labels.js";
import type { DerogationV1, ModelProvenanceV1, PoolStandingV1, UseCaseStandingV1 } from "./standing-v1.js";

/**
 * Everything a scheduler needs to decide alone. Immutable; a replica swaps the whole of it atomically and refuses a
 * `number` that is not greater than the one it holds.
 */
export interface SnapshotV1 {
  readonly version: 1;
  /** Strictly increasing over the life of a control plane's database. */
  readonly number: number;
  readonly issuedAt: EpochMillis;
  /** Age in seconds past which only requests whose labels are all in `staleLabels` are admitted. */
  readonly maxStalenessSeconds: number;
  readonly staleLabels: readonly DataLabel[];
  readonly organisations: readonly OrganisationV1[];
  readonly useCases: readonly UseCaseV1[];
  readonly applications: readonly ApplicationV1[];
  readonly models: readonly ModelV1[];
  readonly aliases: readonly AliasV1[];
  readonly pools: readonly PoolV1[];
  readonly deployments: readonly DeploymentV1[];
  readonly allocations: readonly AllocationV1[];
  readonly budgets: readonly BudgetV1[];
  readonly limits: readonly LimitV1[];
  readonly policies: PolicyBundleV1;
  /** Derogations that are or will be active; none when absent. */
  readonly derogations?: readonly DerogationV1[];
}

export interface OrganisationV1 {
  readonly id: OrganisationId;
  readonly slug: string;
  readonly name: string;
  /** `null` for the root, the State. */
  readonly parentId: OrganisationId | null;
  /** What kind of body it is, by which texts say whom they bind. */
  readonly kind?: "state" | "ministry" | "direction" | "operator" | "authority" | "gip" | "other_body";
}

export interface UseCaseV1 {
  readonly id: UseCaseId;
  readonly slug: string;
  readonly name: string;
  readonly organisationId: OrganisationId;
  readonly state: UseCaseState;
  /** Labels every request of this use case carries at least; a caller can only add to them. */
  readonly labels: readonly DataLabel[];
  readonly serviceClass: ServiceClass;
  /** Output tokens one request may ask for, and the reservation when the caller gives no maximum. */
  readonly maxOutputTokens: number;
  readonly standing?: UseCaseStandingV1;
}

export interface ApplicationV1 {
  readonly id: ApplicationId;
  readonly slug: string;
  readonly name: string;
  readonly useCaseId: UseCaseId;
  readonly keys: readonly KeyV1[];
  /** Names of models and aliases the application may call; `null` for all. */
  readonly models: readonly string[] | null;
}

export interface KeyV1 {
  readonly id: KeyId;
  /** SHA-256 of the whole key, base64url without padding. */
  readonly hash: string;
  readonly expiresAt: EpochMillis;
  readonly revokedAt: EpochMillis | null;
}

export interface ModelV1 {
  readonly id: ModelId;
  /** The name callers use in `model`. */
  readonly name: string;
  readonly publisher: string;
  /** Tokens of input plus output one request may hold. */
  readonly contextWindow: number;
  /** Present while its end is announced: it answers, and says so. */
  readonly sunset?: ModelSunsetV1;
  readonly provenance?: ModelProvenanceV1;
}

export interface ModelSunsetV1 {
  readonly announcedAt: EpochMillis;
  readonly endsAt: EpochMillis;
  /** Name of the model to call instead. */
  readonly replacement: string | null;
}

export interface AliasV1 {
  readonly name: string;
  readonly modelId: ModelId;
}

export interface PoolV1 {
  readonly id: PoolId;
  readonly slug: string;
  readonly name: string;
  readonly gpuClass: string;
  readonly gpuCount: number;
  readonly acceptedLabels: readonly DataLabel[];
  readonly active: boolean;
  readonly hosting?: "state_internal" | "state_community" | "commercial";
  readonly standing?: PoolStandingV1;
}

export interface DeploymentV1 {
  readonly id: DeploymentId;
  readonly poolId: PoolId;
  readonly modelId: ModelId;
  /** What the model server expects in `model`; the request's field is rewritten when it differs. */
  readonly servedName: string;
  readonly gpusPerReplica: number;
  readonly profile: ThroughputProfileV1;
  readonly price: PriceV1;
  readonly energy: EnergyFactorV1;
  readonly endpoints: readonly EndpointV1[];
}

/**
 * Step model of continuous batching: a step that decodes `b` sequences lasts `alpha + beta·b` seconds, an uncached
 * prompt token adds `prefill` seconds.
 */
export interface ThroughputProfileV1 {
  readonly alphaSeconds: number;
  readonly betaSeconds: number;
  readonly prefillSecondsPerToken: number;
  /** Batch at which the latency target still holds; decode cost is charged at it. */
  readonly referenceBatch: number;
  /** Sequences one endpoint is given at most. */
  readonly maxSequences: number;
}

/** Micro-euros per million tokens, so that prices below one micro-euro a token stay integers. */
export interface PriceV1 {
  readonly inputPerMillion: MicroEuro;
  readonly outputPerMillion: MicroEuro;
}

/** Published factors; the method and version stand on each record that used them. */
export interface EnergyFactorV1 {
  readonly kWhPerMillionTokens: number;
  readonly kgCO2eqPerKWh: number;
  readonly method: string;
}

export interface EndpointV1 {
  readonly id: EndpointId;
  /** Base URL without `/v1`. Only these URLs are ever called. */
  readonly url: string;
  /** Name of the environment variable that holds the server's own key, when it wants one. */
  readonly apiKeyVariable: string | null;
  readonly simulated: boolean;
}

/** The right of a node to GPU-seconds per second of a pool. GPU counts may be fractional. */
export interface AllocationV1 {
  readonly id: AllocationId;
  readonly poolId: PoolId;
  readonly nodeId: NodeId;
  readonly nominal: number;
  /** Part of `nominal` that is never lent. */
  readonly guarantee: number;
  /** GPUs that may be lent at most; `null` for all above the guarantee. */
  readonly lendLimit: number | null;
  /** GPUs that may be borrowed at most; `null` for no bound. */
  readonly borrowLimit: number | null;
  readonly weight: number;
  /** Whose guarantee is kept first when less lives than was promised: 1 before 4; 4 when absent. */
  readonly criticality?: number;
  /** How much what the node used lately counts against it when the surplus is shared; 0 when absent. */
  readonly historyFactor?: number;
}

/** A ceiling that spans replicas; admitted against only through leases. */
export interface BudgetV1 {
  readonly id: BudgetId;
  readonly nodeId: NodeId;
  readonly unit: BudgetUnit;
  readonly amount: number;
  readonly period: BudgetPeriod;
  readonly periodStart: EpochMillis;
  readonly periodEnd: EpochMillis;
  /** Counts this model alone; every model when absent or `null`. */
  readonly modelId?: ModelId | null;
  /** `block` when absent. */
  readonly onExhaust?: ExhaustionRule;
  /** Refuses when no unexpired lease covers a request, as when absent; `false`: requests then go on. */
  readonly hard?: boolean;
}

/** A limit over all replicas; admitted against through leases, in windows of the kind's length. */
export interface LimitV1 {
  readonly id: LimitId;
  readonly nodeId: NodeId;
  readonly kind: LimitKind;
  readonly value: number;
  /** Counts this model alone; every model when absent or `null`. */
  readonly modelId?: ModelId | null;
  /**
   * `true`: refuses when no unexpired lease covers a request. Otherwise each replica then goes on with an equal share of
   * the limit, by the number of replicas last heard.
   */
  readonly hard?: boolean;
}

/** Rules as the policy engine loads them: YAML text by path, so that both sides compile the same source. */
export interface PolicyBundleV1 {
  /** SHA-256 in hexadecimal of the canonical bundle. */
  readonly digest: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * What travels and what lies on disk: the payload's exact text with its signature, so that no re-serialisation can
 * change what was signed.
 */
export interface SignedSnapshotV1 {
  /** JSON of a `SnapshotV1`. */
  readonly payload: string;
  /** Ed25519 over the UTF-8 bytes of `payload`, base64. */
  readonly signature: string;
}

/** Long poll: answers 200 with a `SignedSnapshotV1` newer than `If-None-Match`, or 304 after about 25 seconds. */
export const SNAPSHOT_PATH = "/internal/v1/snapshot";
