import type { Deployment, Endpoint } from "../../domain/pool.js";

export interface DeploymentRow {
  readonly id: string;
  readonly pool_id: string;
  readonly model_id: string;
  readonly served_name: string;
  readonly gpus_per_replica: number;
  readonly alpha_seconds: number;
  readonly beta_seconds: number;
  readonly prefill_seconds_per_token: number;
  readonly reference_batch: number;
  readonly max_sequences: number;
  readonly input_price_per_million: string;
  readonly output_price_per_million: string;
  readonly kwh_per_million_tokens: number;
  readonly kgco2eq_per_kwh: number;
  readonly energy_method: string;
  readonly endpoints: readonly Endpoint[];
}

export const DEPLOYMENT_COLUMNS = [
  "id",
  "pool_id",
  "model_id",
  "served_name",
  "gpus_per_replica",
  "alpha_seconds",
  "beta_seconds",
  "prefill_seconds_per_token",
  "reference_batch",
  "max_sequences",
  "input_price_per_million",
  "output_price_per_million",
  "kwh_per_million_tokens",
  "kgco2eq_per_kwh",
  "energy_method",
] as const satisfies readonly (keyof DeploymentRow)[];

export const deploymentFromRow = (row: DeploymentRow): Deployment => ({
  id: row.id,
  poolId: row.pool_id,
  modelId: row.model_id,
  servedName: row.served_name,
  gpusPerReplica: row.gpus_per_replica,
  profile: {
    alphaSeconds: row.alpha_seconds,
    betaSeconds: row.beta_seconds,
    prefillSecondsPerToken: row.prefill_seconds_per_token,
    referenceBatch: row.reference_batch,
    maxSequences: row.max_sequences,
  },
  price: {
    inputPerMillion: Number(row.input_price_per_million),
    outputPerMillion: Number(row.output_price_per_million),
  },
  energy: {
    kWhPerMillionTokens: row.kwh_per_million_tokens,
    kgCO2eqPerKWh: row.kgco2eq_per_kwh,
    method: row.energy_method,
  },
  endpoints: row.endpoints,
});

/** Values in the order of `DEPLOYMENT_COLUMNS`. */
export const deploymentValues = ({ profile, price, energy, ...deployment }: Deployment): readonly unknown[] => [
  deployment.id,
  deployment.poolId,
  deployment.modelId,
  deployment.servedName,
  deployment.gpusPerReplica,
  profile.alphaSeconds,
  profile.betaSeconds,
  profile.prefillSecondsPerToken,
  profile.referenceBatch,
  profile.maxSequences,
  price.inputPerMillion,
  price.outputPerMillion,
  energy.kWhPerMillionTokens,
  energy.kgCO2eqPerKWh,
  energy.method,
];
