import type { DataLabel, EnergyFactorV1, PoolStandingV1, PriceV1, ThroughputProfileV1 } from "@socle/contracts";

export const HOSTINGS = ["state_internal", "state_community", "commercial"] as const;

/** Said by the compliance cell; lifted by another of its members. */
export interface PoolVeto {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** GPUs of one kind and sensitivity. Belongs to the whole platform. */
export interface Pool {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly gpuClass: string;
  readonly gpuCount: number;
  readonly acceptedLabels: readonly DataLabel[];
  readonly hosting: (typeof HOSTINGS)[number];
  /** Qualifications, places, control: what rules look at. */
  readonly standing: PoolStandingV1;
  /** An inactive pool takes no new request. */
  readonly active: boolean;
  /** Why the compliance cell keeps it closed; `null` when it does not. */
  readonly veto: PoolVeto | null;
  /** Its figures are made up for a demonstration. */
  readonly invented: boolean;
}

/** A model served in a pool. */
export interface Deployment {
  readonly id: string;
  readonly poolId: string;
  readonly modelId: string;
  readonly servedName: string;
  readonly gpusPerReplica: number;
  readonly profile: ThroughputProfileV1;
  readonly price: PriceV1;
  readonly energy: EnergyFactorV1;
  readonly endpoints: readonly Endpoint[];
}

export interface Endpoint {
  readonly id: string;
  /** Base URL without `/v1`, as `endpointUrl` forms it. */
  readonly url: string;
  readonly apiKeyVariable: string | null;
  readonly simulated: boolean;
}
