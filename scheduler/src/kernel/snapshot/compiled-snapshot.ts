import type {
  ApplicationV1,
  BudgetV1,
  DeploymentV1,
  EndpointV1,
  KeyV1,
  LimitV1,
  ModelId,
  ModelV1,
  NodeId,
  OrganisationV1,
  PoolId,
  PoolV1,
  SnapshotV1,
  UseCaseV1,
} from "@socle/contracts";
import type { ModelFacts, PoolFacts } from "@socle/policies";
import type { CallerFacts, CompiledPolicies, OfDay } from "../policies.port.js";

/** Everything known about who holds a key, resolved once per snapshot. */
export interface Caller {
  readonly key: KeyV1;
  readonly application: ApplicationV1;
  readonly useCase: UseCaseV1;
  readonly organisation: OrganisationV1;
  /** From the root to `organisation`. */
  readonly organisationSlugs: readonly string[];
  /** From the leaf to the root: application, use case, organisation, its parents. */
  readonly path: readonly NodeId[];
  /** Budgets of the path, from the leaf to the root. */
  readonly budgets: readonly BudgetV1[];
  /** Limits of the path, from the leaf to the root. */
  readonly limits: readonly LimitV1[];
  /** `null` when every model may be called. */
  readonly allowedModels: ReadonlySet<ModelId> | null;
  readonly facts: OfDay<CallerFacts>;
}

/** A deployment with its pool. */
interface PlacedDeployment {
  readonly deployment: DeploymentV1;
  readonly pool: PoolV1;
}

export interface PlacedEndpoint extends PlacedDeployment {
  readonly endpoint: EndpointV1;
}

export interface CompiledModel {
  readonly model: ModelV1;
  /** Canonical name first, then its aliases. */
  readonly names: readonly string[];
  readonly facts: ModelFacts;
  /** One entry a pool that runs the model, in the snapshot's order. */
  readonly pools: readonly CandidatePool[];
}

export interface CandidatePool {
  readonly pool: PoolV1;
  readonly facts: OfDay<PoolFacts>;
  readonly deployments: readonly DeploymentV1[];
}

/** The snapshot with every index a decision needs, built once; immutable. */
export interface CompiledSnapshot {
  readonly source: SnapshotV1;
  readonly policies: CompiledPolicies;
  /** By SHA-256 of the key, base64url. */
  readonly callers: ReadonlyMap<string, Caller>;
  /** By model name and by alias. */
  readonly models: ReadonlyMap<string, CompiledModel>;
  readonly pools: ReadonlyMap<PoolId, PoolV1>;
  readonly endpoints: ReadonlyMap<string, PlacedEndpoint>;
  readonly budgets: ReadonlyMap<string, BudgetV1>;
  readonly limits: ReadonlyMap<string, LimitV1>;
  /** Names of organisations, use cases and applications. */
  readonly nodeNames: ReadonlyMap<NodeId, string>;
  /** Deepest node of a path that holds an allocation in a pool: the right that a request uses. */
  allocationNode(poolId: PoolId, path: readonly NodeId[]): NodeId | null;
}
