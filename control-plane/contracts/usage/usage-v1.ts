import type {
  ApplicationId,
  BudgetId,
  DecisionId,
  DeploymentId,
  EndpointId,
  EpochMillis,
  LimitId,
  ModelId,
  OrganisationId,
  PoolId,
  UseCaseId,
} from "../ids.js";
import type { DataLabel } from "../labels.js";
import type { Amounts } from "../quantities.js";

/** What one served request used. Immutable; charged to every budget on the path by the control plane. */
export interface UsageV1 {
  readonly decisionId: DecisionId;
  readonly at: EpochMillis;
  readonly applicationId: ApplicationId;
  readonly useCaseId: UseCaseId;
  readonly organisationId: OrganisationId;
  readonly poolId: PoolId;
  readonly deploymentId: DeploymentId;
  readonly endpointId: EndpointId;
  readonly modelId: ModelId;
  readonly labels: readonly DataLabel[];
  /** All but what is counted from the record itself. */
  readonly quantities: Amounts;
  /** True when the engine gave no usage (client gone, stream cut): counted from what was forwarded. */
  readonly estimated: boolean;
  readonly energyMethod: string;
  /** `null` when no byte was forwarded. */
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
  readonly simulated: boolean;
  /**
   * What the request took from each ceiling it was reserved on, in the period of the lease. Budgets of the path that are
   * not named here are charged by `at`.
   */
  readonly charges?: readonly ChargeV1[];
}

export interface ChargeV1 {
  readonly ceilingId: BudgetId | LimitId;
  readonly periodStart: EpochMillis;
  /** In the ceiling's unit. */
  readonly amount: number;
}
